package org.cleanclaim.app.rest;

import java.util.List;
import java.util.Map;
import org.cleanclaim.app.pay.PayFigures;
import org.cleanclaim.app.pay.PayViews;
import org.cleanclaim.workforce.career.Career;
import org.cleanclaim.workforce.estimate.ProfileQuestion;
import org.cleanclaim.workforce.estimate.ProfileQuestion.Answer;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Published pay figures of coders and billers, a range for a profile, and what credentials are;
/// for everybody, signed in or not.
@RestController
@RequestMapping("/api/v1/pay")
class PayResources {
  private final PayFigures figures;

  PayResources(PayFigures figures) {
    this.figures = figures;
  }

  @GetMapping
  Map<String, Object> tables() {
    return PayViews.tables(figures.benchmarks());
  }

  @GetMapping("/estimate")
  Map<String, Object> estimate(
      @RequestParam(defaultValue = "") List<String> credential,
      @RequestParam(defaultValue = "") String years,
      @RequestParam(defaultValue = "") String state,
      @RequestParam(defaultValue = "") String metro,
      @RequestParam(defaultValue = "") String setting,
      @RequestParam(defaultValue = "") String position) {
    var question =
        new ProfileQuestion(String.join(",", credential), years, state, metro, setting, position);
    return switch (question.in(figures.benchmarks(), figures.career())) {
      case Answer.Understood understood ->
          PayViews.estimate(figures.estimator().estimate(understood.profile()).orElseThrow());
      case Answer.Unknown unknown -> throw new BadInput(String.join(" ", unknown.problems()));
    };
  }

  @GetMapping("/career")
  Career career() {
    return figures.career();
  }
}
