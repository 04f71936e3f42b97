#include "console/desk/request.hpp"

namespace xiaoan::desk {

template <class Each>
std::shared_ptr<const Wish> wish_of(Each each)
{
    return std::make_shared<const Wish>(std::in_place_type<Each>, std::move(each));
}

template std::shared_ptr<const Wish> wish_of(data::Command);
template std::shared_ptr<const Wish> wish_of(Select);
template std::shared_ptr<const Wish> wish_of(SetFilter);
template std::shared_ptr<const Wish> wish_of(ShowPage);
template std::shared_ptr<const Wish> wish_of(ShowCases);
template std::shared_ptr<const Wish> wish_of(SetDate);
template std::shared_ptr<const Wish> wish_of(SetKnownAt);
template std::shared_ptr<const Wish> wish_of(AskKnownAt);
template std::shared_ptr<const Wish> wish_of(BeginCase);
template std::shared_ptr<const Wish> wish_of(BeginStep);
template std::shared_ptr<const Wish> wish_of(BeginMatter);
template std::shared_ptr<const Wish> wish_of(TakeStep);
template std::shared_ptr<const Wish> wish_of(ChooseAttachments);
template std::shared_ptr<const Wish> wish_of(AttachFiles);
template std::shared_ptr<const Wish> wish_of(BeginRecord);
template std::shared_ptr<const Wish> wish_of(BeginEntry);
template std::shared_ptr<const Wish> wish_of(BeginRetire);
template std::shared_ptr<const Wish> wish_of(Judge);
template std::shared_ptr<const Wish> wish_of(BeginSetting);
template std::shared_ptr<const Wish> wish_of(BeginSilencing);
template std::shared_ptr<const Wish> wish_of(Compare);
template std::shared_ptr<const Wish> wish_of(CountOperations);
template std::shared_ptr<const Wish> wish_of(ChooseLists);
template std::shared_ptr<const Wish> wish_of(ReconcileLists);
template std::shared_ptr<const Wish> wish_of(ReadOrigins);
template std::shared_ptr<const Wish> wish_of(BeginImport);
template std::shared_ptr<const Wish> wish_of(RunImport);
template std::shared_ptr<const Wish> wish_of(StopImport);
template std::shared_ptr<const Wish> wish_of(MarkRows);
template std::shared_ptr<const Wish> wish_of(SaveList);
template std::shared_ptr<const Wish> wish_of(SaveWorkbook);
template std::shared_ptr<const Wish> wish_of(PreviewLetter);
template std::shared_ptr<const Wish> wish_of(DrawLetterPage);
template std::shared_ptr<const Wish> wish_of(SaveLetter);
template std::shared_ptr<const Wish> wish_of(ShowHistory);
template std::shared_ptr<const Wish> wish_of(ReadHistory);
template std::shared_ptr<const Wish> wish_of(CopyText);
template std::shared_ptr<const Wish> wish_of(SetLanguage);
template std::shared_ptr<const Wish> wish_of(SetTheme);
template std::shared_ptr<const Wish> wish_of(SetZoom);
template std::shared_ptr<const Wish> wish_of(RankWaters);
template std::shared_ptr<const Wish> wish_of(CompareWaters);
template std::shared_ptr<const Wish> wish_of(PlanEquipment);
template std::shared_ptr<const Wish> wish_of(FindCandidates);
template std::shared_ptr<const Wish> wish_of(TakeCandidate);
template std::shared_ptr<const Wish> wish_of(BeginExport);
template std::shared_ptr<const Wish> wish_of(ExportRecords);
template std::shared_ptr<const Wish> wish_of(CheckRequest);

}  // namespace xiaoan::desk
