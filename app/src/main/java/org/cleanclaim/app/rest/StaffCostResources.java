package org.cleanclaim.app.rest;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.insight.PayPositions;
import org.cleanclaim.app.insight.PayPositions.Position;
import org.cleanclaim.app.insight.StaffingModel;
import org.cleanclaim.app.insight.StaffingModel.PlannedWork;
import org.cleanclaim.app.insight.StaffingModel.Question;
import org.cleanclaim.app.insight.StaffingQuestions;
import org.cleanclaim.app.staff.Pay;
import org.cleanclaim.app.staff.PayEntry;
import org.cleanclaim.app.staff.PayRecords;
import org.cleanclaim.app.staff.QueueRules;
import org.cleanclaim.app.staff.Staff;
import org.cleanclaim.app.staff.WorkType;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.workforce.estimate.PayRange;
import org.cleanclaim.workforce.staffing.CatchUp;
import org.cleanclaim.workforce.staffing.StaffingPlan.Step;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What people earn, for those who may see it, and what the work takes and costs.
@RestController
@RequestMapping("/api/v1/staff")
class StaffCostResources {

  /// @param figures what the range rests on, each with publisher, year and population
  record PayResource(
      UUID id,
      String name,
      String position,
      @Nullable Pay pay,
      @Nullable Money fullTimeYear,
      @Nullable PayRange range,
      PayRange.@Nullable Standing standing,
      List<String> figures) {}

  /// @param question what was asked, with what was left out filled in
  /// @param work volumes, what waits and minutes as the plan takes them, beside what is recorded
  /// @param costToCollectPercent null when nothing was collected
  /// @param uncounted types without a standard
  record StaffingResource(
      Question question,
      BigDecimal peopleNeeded,
      BigDecimal fullTimePeople,
      CatchUp backlog,
      BigDecimal labourCost,
      Money collected,
      @Nullable BigDecimal costToCollectPercent,
      List<PlannedWork> work,
      List<WorkType> uncounted,
      List<Step> steps) {}

  private final PayPositions positions;
  private final PayRecords pays;
  private final Staff staff;
  private final StaffingModel model;
  private final StaffingQuestions questions;
  private final QueueRules rules;

  StaffCostResources(
      PayPositions positions,
      PayRecords pays,
      Staff staff,
      StaffingModel model,
      StaffingQuestions questions,
      QueueRules rules) {
    this.positions = positions;
    this.pays = pays;
    this.staff = staff;
    this.model = model;
    this.questions = questions;
    this.rules = rules;
  }

  @GetMapping("/pay")
  List<PayResource> pay() {
    return positions.visible(rules.today(), PayRecords.Reading.API).stream()
        .map(StaffCostResources::resource)
        .toList();
  }

  @GetMapping("/{id}/pay")
  PayResource pay(@PathVariable UUID id) {
    return resource(positions.of(staff.find(id).orElseThrow(), rules.today()));
  }

  @GetMapping("/{id}/pay/history")
  List<PayEntry> history(@PathVariable UUID id) {
    return pays.history(staff.find(id).orElseThrow(), rules.today());
  }

  /// Takes what the page takes: [StaffingQuestions] says which parameters.
  @GetMapping("/staffing")
  StaffingResource staffing(@RequestParam Map<String, String> typed) {
    AccessDeniedForActor.unlessEither(Permission.SEE_FIGURES, Permission.MANAGE_STAFF);
    var answer = model.answer(questions.read(typed, rules.today()), rules.today());
    var plan = answer.plan();
    return new StaffingResource(
        answer.question(),
        plan.peopleNeeded(),
        answer.fullTimePeople(),
        plan.catchUp(),
        plan.labourCost(),
        answer.collected(),
        plan.costToCollectPercent().orElse(null),
        answer.work(),
        answer.uncounted(),
        plan.steps());
  }

  private static PayResource resource(Position p) {
    return new PayResource(
        p.member().publicId(),
        p.member().name(),
        p.member().position(),
        p.pay().orElse(null),
        p.fullTimeYear().orElse(null),
        p.range().map(r -> r.range()).orElse(null),
        p.standing().orElse(null),
        p.range().stream()
            .flatMap(r -> r.cited().stream())
            .map(
                f -> "%s: $%s %s (%s)".formatted(f.key(), f.amount(), f.basis().title(), f.label()))
            .toList());
  }
}
