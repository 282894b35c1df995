package org.cleanclaim.app.web;

import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.insight.PayBenchmarks;
import org.cleanclaim.app.insight.StaffingModel;
import org.cleanclaim.app.insight.StaffingQuestions;
import org.cleanclaim.app.staff.QueueRules;
import org.cleanclaim.app.staff.WorkTargets;
import org.cleanclaim.app.staff.WorkType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// How many people the work takes and what it costs, with every step.
@Controller
public class StaffingPages {
  private final Pages pages;
  private final StaffingModel model;
  private final StaffingQuestions questions;
  private final PayBenchmarks benchmarks;
  private final WorkTargets targets;
  private final QueueRules rules;

  StaffingPages(
      Pages pages,
      StaffingModel model,
      StaffingQuestions questions,
      PayBenchmarks benchmarks,
      WorkTargets targets,
      QueueRules rules) {
    this.pages = pages;
    this.model = model;
    this.questions = questions;
    this.benchmarks = benchmarks;
    this.targets = targets;
    this.rules = rules;
  }

  @GetMapping("/staff/staffing")
  ResponseEntity<String> staffing(
      HttpServletRequest request, @RequestParam Map<String, String> typed) {
    AccessDeniedForActor.unlessEither(Permission.SEE_FIGURES, Permission.MANAGE_STAFF);
    var today = rules.today();
    var question = questions.read(typed, today);
    var answer = model.answer(question, today);
    var plan = answer.plan();
    var values = new LinkedHashMap<String, Object>();
    values.put("answer", answer);
    values.put("figures", benchmarks.hourly());
    values.put("standards", targets.standards());
    values.put(
        "picture",
        BarPicture.of(
            List.of(
                new BarPicture.Amount(
                    "New work of the month",
                    plan.minutesNeeded(),
                    null,
                    minutes(plan.minutesNeeded())),
                new BarPicture.Amount(
                    "Working time there is",
                    plan.minutesAvailable(),
                    null,
                    minutes(plan.minutesAvailable())))));
    return pages.page(request, "staff", "Staffing and cost", "staff/staffing.jte", values);
  }

  @PostMapping("/staff/standards")
  ResponseEntity<String> standard(@RequestParam WorkType type, @RequestParam BigDecimal minutes) {
    targets.standard(type, minutes);
    return StaffPages.to("/staff/staffing");
  }

  private static String minutes(BigDecimal minutes) {
    return minutes.setScale(0, java.math.RoundingMode.HALF_UP).toPlainString() + " minutes";
  }
}
