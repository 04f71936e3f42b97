"""Invented identifiers with valid check digits (regulations: GB 32100-2015, GB 11714, GB 11643-1999, ISO 3779)."""

USCC_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
VIN_VALUES = {**{str(d): d for d in range(10)},
              **dict(zip("ABCDEFGH", range(1, 9))), **dict(zip("JKLMN", range(1, 6))), "P": 7, "R": 9,
              **dict(zip("STUVWXYZ", range(2, 10)))}
VIN_WEIGHTS = (8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2)
VIN_YEARS = {year: letter for year, letter in zip(range(2010, 2027), "ABCDEFGHJKLMNPRST")}


def organisation_check(eight):
    total = sum(int(c, 36) * w for c, w in zip(eight, (3, 7, 9, 10, 5, 8, 4, 2)))
    return {10: "X", 11: "0"}.get(11 - total % 11, str(11 - total % 11))


def uscc_check(seventeen):
    total = sum(USCC_ALPHABET.index(c) * pow(3, i, 31) for i, c in enumerate(seventeen))
    return USCC_ALPHABET[(31 - total % 31) % 31]


def uscc(kind, division, number):
    """kind: 91 a firm, 12 an institution, 92 a self-employed carrier. DEM in the organisation code marks it as invented."""
    organisation = f"DEM{number:05d}"
    body = f"{kind}{division}{organisation}{organisation_check(organisation)}"
    return body + uscc_check(body)


def identity_check(seventeen):
    weights = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
    return "10X98765432"[sum(int(c) * w for c, w in zip(seventeen, weights)) % 11]


def licence_number(born_on, number):
    """An identity number with division 000000, which no county has: it can be nobody's."""
    body = f"000000{born_on:%Y%m%d}{number:03d}"
    return body + identity_check(body)


def vin_check(vin):
    rest = sum(VIN_VALUES[c] * w for c, w in zip(vin, VIN_WEIGHTS)) % 11
    return "X" if rest == 10 else str(rest)


def vin(year, number):
    blank = f"LDEMXXTE0{VIN_YEARS[year]}D{number:06d}"
    return blank[:8] + vin_check(blank) + blank[9:]


def school_code(kind, number):
    """10 digits: kind, province 22, six of its own from 9 onwards (invented)."""
    return f"{kind}22{900000 + number}"


def with_wrong_last(text):
    """The same with another last character: a planted fault."""
    return text[:-1] + ("1" if text[-1] != "1" else "2")
