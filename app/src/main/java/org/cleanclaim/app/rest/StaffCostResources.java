package org.cleanclaim.app.rest;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.insight.PayBenchmarks;
import org.cleanclaim.app.insight.PayPositions;
import org.cleanclaim.app.insight.PayPositions.Position;
import org.cleanclaim.app.insight.StaffingModel;
import org.cleanclaim.app.insight.StaffingModel.Question;
import org.cleanclaim.app.insight.WorkVolumes.Volume;
import org.cleanclaim.app.staff.Pay;
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

  /// @param costToCollectPercent null when nothing was collected
  /// @param uncounted types without a standard
  record StaffingResource(
      YearMonth month,
      BigDecimal peopleNeeded,
      BigDecimal fullTimePeople,
      CatchUp backlog,
      BigDecimal labourCost,
      Money collected,
      @Nullable BigDecimal costToCollectPercent,
      List<Volume> volumes,
      List<WorkType> uncounted,
      List<Step> steps) {}

  private final PayPositions positions;
  private final Staff staff;
  private final StaffingModel model;
  private final PayBenchmarks benchmarks;
  private final QueueRules rules;

  StaffCostResources(
      PayPositions positions,
      Staff staff,
      StaffingModel model,
      PayBenchmarks benchmarks,
      QueueRules rules) {
    this.positions = positions;
    this.staff = staff;
    this.model = model;
    this.benchmarks = benchmarks;
    this.rules = rules;
  }

  @GetMapping("/pay")
  List<PayResource> pay() {
    return positions.visible(rules.today()).stream().map(StaffCostResources::resource).toList();
  }

  @GetMapping("/{id}/pay")
  PayResource pay(@PathVariable UUID id) {
    return resource(positions.of(staff.find(id).orElseThrow(), rules.today()));
  }

  /// @param rate `own`, or the id of a published figure; left out: the first of the country
  @GetMapping("/staffing")
  StaffingResource staffing(
      @RequestParam YearMonth month, @RequestParam(required = false) @Nullable String rate) {
    AccessDeniedForActor.unlessEither(Permission.SEE_FIGURES, Permission.MANAGE_STAFF);
    String price = rate == null ? benchmarks.hourly().getFirst().id() : rate;
    var answer = model.answer(Question.first(month, price), rules.today());
    var plan = answer.plan();
    return new StaffingResource(
        month,
        plan.peopleNeeded(),
        answer.fullTimePeople(),
        plan.catchUp(),
        plan.labourCost(),
        answer.collected(),
        plan.costToCollectPercent().orElse(null),
        answer.volumes(),
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
