#!/usr/bin/env python3
"""Writes the seeds of the fuzz targets into seeds/TARGET; they are kept, so nobody needs to run this but to add some.

Needs openpyxl. Packages (XLSX, DOCX, zip) are written as the text that packed() makes a zip file of, so that mutations
reach what is packed; one of each is kept as a zip file, too. Every name and number is invented.
"""
import datetime
import io
import json
import pathlib
import zipfile

import openpyxl

HERE = pathlib.Path(__file__).parent / "seeds"


def write(target, name, content):
    folder = HERE / target
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_bytes(content if isinstance(content, bytes) else content.encode())


def unpacked(package):
    """The text of a package's parts."""
    text = b""
    with zipfile.ZipFile(io.BytesIO(package)) as parts:
        for name in parts.namelist():
            if not name.startswith(("docProps", "xl/theme")):
                text += b"=== " + name.encode() + b"\n" + parts.read(name) + b"\n"
    return text


def zipped(parts):
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts:
            package.writestr(zipfile.ZipInfo(name), content)
    return made.getvalue()


def workbook(rows, merges=(), epoch_1904=False, hidden=None):
    book = openpyxl.Workbook()
    if epoch_1904:
        book.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904
    sheet = book.active
    for row in rows:
        sheet.append(row)
    for merge in merges:
        sheet.merge_cells(merge)
    if hidden:
        book.create_sheet("旧").sheet_state = hidden
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


LEDGERS = {
    "schools": "学校标识码,学校名称,县区,办学类型,经度,纬度,在校生数\n2122000001,洮北区示例小学,洮北区,小学,122.84,45.62,310\n2122000002,二小,220802,小学,122°50′24″,45.61,20人\n",
    "buses": "洮南市校车台账,,,,,\n号牌号码,车架号,县区,核载人数,检验有效期止,灭火器\n吉G·12345,LSVAU2180N2183294,洮南市,36,2027年3月1日,有\n吉g－23456,,洮南,３６人,46082,√\n合计,2,,,,\n",
    "drivers": "驾驶证号,姓名,准驾车型,有效期止,违法事故记录\n220802198001010010,赵示伟,A1,长期,serious_violation:2026-03-02\n",
    "routes": "线路编号,线路名称,学校标识码,方向,发车时间,线路几何\nL1,一路,2122000001,上学,7时05分,\"LINESTRING(122.8 45.6,122.9 45.7)\"\n",
    "stops": "线路编号;顺序;站点名称;经度;纬度;到站时间\nL1;1;村口;122,80;45.6;7:05\nL1;2;学校;122.9;45.7;07:25:00\n",
    "permits": "许可编号,号牌号码,许可,,审批结果\n,,起,止,\n校许1,吉G12345,2025-9-1,2026.8.31,准予\n",
    "plates": "标牌编号\t许可编号\t号牌号码\t停靠站点\t标牌状态\nP1\t校许1\t吉G12345\t村口、学校\t有效\n",
    "runs": "号牌号码,线路编号,运行日,实际乘坐人数,生效日期\n吉G12345,L1,1-5,35,2026/09/01\n",
    "waters": "水域编号,水域名称,水域类型,几何,水深(米),警示牌\nW1,示例坑塘,坑塘,\"POLYGON((122.8 45.6,122.81 45.6,122.81 45.61,122.8 45.6))\",3.5米,无\n",
    "sightings": "时间,地点,号牌号码,疑似载学生\n2026-11-23 07:12:03,东门,吉G99999,是\n",
    "tracks": "registration_number,at,lon,lat,speed_kmh\n吉G12345,2026-11-23 06:58:00,122.80,45.60,31\n吉G12345,2026-11-23 06:58:20,122.81,45.60,82.5\n吉G12345,2026-11-23T06:58:40,122.82,45.61,\n",
}


def tables():
    for name, text in LEDGERS.items():
        write("csv", name, text)
        write("ledger", name, text)
    write("csv", "gb18030", LEDGERS["buses"].encode("gb18030"))
    write("csv", "utf16", LEDGERS["plates"].encode("utf-16"))
    write("csv", "quotes", "a,b\n\"1\n2\",\"\"\"x\"\"\"\r\n\"open,3\n")
    write("ledger", "gb18030", LEDGERS["schools"].encode("gb18030"))
    buses = workbook(
        [["洮南市校车台账"], ["序号", "号牌号码", "许可", None, "核载人数", "检验有效期止"], [None, None, "起", "止"],
         [1, "吉G·12345", datetime.date(2025, 9, 1), datetime.date(2026, 8, 31), 36, "2027年3月1日"],
         [2, "吉G23456", None, None, "=30+6", datetime.datetime(2027, 3, 1, 7, 5)], ["合计", 2]],
        merges=["A1:F1", "C2:D2"], hidden="hidden")
    mac = workbook([["号牌号码", "县区", "注册登记日期"], ["吉G12345", "洮北区", datetime.date(2020, 2, 29)]],
                   epoch_1904=True)
    inline = [
        ("[Content_Types].xml", "<Types/>"),
        ("xl/workbook.xml", '<workbook xmlns:r="r"><sheets><sheet name="名册" sheetId="1" r:id="rId1"/></sheets></workbook>'),
        ("xl/_rels/workbook.xml.rels", '<Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>'),
        ("xl/worksheets/sheet1.xml", '<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>学校标识码</t></is></c><c r="B1" t="inlineStr"><is><r><t>学校</t></r><r><t>名称</t></r></is></c><c t="inlineStr"><is><t>县区</t></is></c></row><row r="2"><c><v>2122000001</v></c><c t="str"><f>A1</f><v>示例小学</v></c><c t="e"><v>#N/A</v></c><c t="d"><v>2026-03-01T07:05:00</v></c></row></sheetData></worksheet>'),
    ]
    for target in ("xlsx", "ledger"):
        write(target, "buses.parts", unpacked(buses))
        write(target, "inline.parts", unpacked(zipped(inline)))
    write("xlsx", "1904.parts", unpacked(mac))
    write("xlsx", "buses.zip", buses)


def places():
    def collection(*features, **more):
        return json.dumps({"type": "FeatureCollection", **more, "features": features}, ensure_ascii=False)

    def feature(geometry, **properties):
        return {"type": "Feature", "properties": properties, "geometry": geometry}

    ring = [[122.8, 45.6], [122.81, 45.6], [122.81, 45.61], [122.8, 45.6]]
    write("geojson", "points", collection(feature({"type": "Point", "coordinates": [122.84, 45.62]}, 学校标识码="2122000001", 学校名称="示例小学", n=3)))
    write("geojson", "areas", collection(
        feature({"type": "Polygon", "coordinates": [ring]}, code="W1", kind="pond", sign=True),
        feature({"type": "MultiPolygon", "coordinates": [[ring], [ring]]}, code="W2", tags={"a": [1, None]}),
        feature(None, code="W3")))
    write("geojson", "plane", collection(
        feature({"type": "LineString", "coordinates": [[487000, 5052000], [487100, 5052100, 140]]}, code="L1"),
        crs={"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::4550"}}))
    write("geojson", "single", json.dumps(feature({"type": "GeometryCollection", "geometries": [{"type": "Point", "coordinates": [1, 2]}]}, id=7)))
    write("gis_answer", "points", '{"layers":[{"name":"学校","columns":["学校标识码","人数"],"points":true,"lines":false,"areas":false,"crs":"WGS 84","rough":false}]}\n{"n":1,"v":["2122000001",310],"lon":122.84,"lat":45.62}\n{"n":2,"v":[null,3.5],"fault":"no number"}\n{"end":2}\n')
    write("gis_answer", "areas", '{"layers":[{"name":"","columns":["几何","x"],"areas":true,"crs":""}]}\n{"n":1,"v":["POINT(1 2)",true],"wkt":"POLYGON((122.8 45.6,122.81 45.6,122.81 45.61,122.8 45.6))"}\n{"end":1}\n')
    dbf = bytes([3, 126, 11, 23, 1, 0, 0, 0, 65, 0, 11, 0]) + bytes(20) + "水域名称".encode("gb18030").ljust(11, b"\0") + b"C" + bytes(4) + bytes([10, 0]) + bytes(14) + b"\r" + b" " + "示例".encode("gb18030").ljust(10) + b"\x1a"
    shp = bytes([0, 0, 0x27, 0x0A]) + bytes(20) + bytes([0, 0, 0, 0x32]) + bytes([0xE8, 3, 0, 0, 1, 0, 0, 0]) + bytes(64)
    write("gis_parts", "dbf", b"GBK" + b" " * (len(dbf) - 3) + dbf)
    write("gis_parts", "gpx", '<?xml version="1.0"?>\n<!-- x --><gpx version="1.1" xmlns="http://www.topografix.com/GPX/1/1"><trk/></gpx>')
    write("gis_parts", "doctype", '<!DOCTYPE osm [<!ENTITY a "b">]><osm:osm version="0.6"/>')
    write("gis_parts", "pbf", b"\0\0\0\x0d\x0a\x09OSMHeader\x18\x7c")
    write("gis_parts", "gpkg", b"SQLite format 3\0" + bytes(52) + b"GPKG" + bytes(32))
    write("gis_parts", "shapefile.zip", zipped([("水域.shp", shp), ("水域.dbf", dbf), ("水域.cpg", b"GBK"), ("a/b.txt", b"x")]))


CHECKS = "检查编号,检查日期,天气,号牌号码,实载学生数,有随车照管人员,现场措施,备注\n20261125-1,2026-11-25,雪,吉G·12345,43,否,转运学生、移交,13800000000 来电\n20261125-1,46351,,吉G20002,,,,\n20261125-1,2026-11-25,,,,,,\n"


def papers():
    write("checks", "csv", CHECKS)
    write("checks", "odk", "SubmissionDate,g_check-check,g_check-date,g_vehicle-vehicle,g_vehicle-met,g_load-counted,g_result-measures,KEY\n2026-11-25T08:00:00.000Z,20261125-1,2026-11-25,吉G12345,yes,43,finish_run hand_over,uuid:1\n")
    write("checks", "kobo", "g_check/check;g_check/date;g_vehicle/vehicle;g_result/measures;g_result/measures/transfer\n20261125-1;2026-11-25;吉G12345;transfer;1\n")
    write("checks", "sheet.parts", unpacked(workbook([line.split(",") for line in CHECKS.strip().split("\n")])))
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    body = ("<w:p><w:pPr><w:jc w:val=\"center\"/></w:pPr><w:r><w:t>{{标</w:t></w:r><w:proofErr/><w:r><w:t>题}}</w:t></w:r></w:p>"
            "<w:p><w:r><w:t xml:space=\"preserve\">{{主送}} </w:t></w:r></w:p><w:p><w:r><w:t>{{正文}}</w:t></w:r></w:p>"
            "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>{{抄送}}</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
            "<w:p><w:r><w:t>{{附件}}</w:t></w:r></w:p><w:sectPr/>")
    parts = [("[Content_Types].xml", "<Types/>"), ("word/document.xml", f"<w:document {space}><w:body>{body}</w:body></w:document>"),
             ("word/header1.xml", f"<w:hdr {space}><w:p><w:r><w:t>{{{{机关}}}} {{{{存证}}}}</w:t></w:r></w:p></w:hdr>")]
    write("docx", "letter.parts", unpacked(zipped(parts)))
    write("docx", "letter.zip", zipped(parts))
    write("docx", "unknown.parts", unpacked(zipped([("word/document.xml", f"<w:document {space}><w:body><w:p><w:r><w:t>{{{{谁}}}} {{{{正文</w:t></w:r></w:p></w:body></w:document>")])))


tables()
places()
papers()
