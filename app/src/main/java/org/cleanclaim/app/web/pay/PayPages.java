package org.cleanclaim.app.web.pay;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cleanclaim.app.pay.PayFigures;
import org.cleanclaim.app.web.Pages;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.workforce.benchmark.Benchmarks;
import org.cleanclaim.workforce.benchmark.Dimension;
import org.cleanclaim.workforce.benchmark.Figure;
import org.cleanclaim.workforce.benchmark.UsState;
import org.cleanclaim.workforce.career.Career;
import org.cleanclaim.workforce.estimate.Apart;
import org.cleanclaim.workforce.estimate.Estimate;
import org.cleanclaim.workforce.estimate.ProfileQuestion;
import org.cleanclaim.workforce.estimate.ProfileQuestion.Answer;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// What coders and billers earn, and how to become one: pages for everybody, signed in or not.
@Controller
class PayPages {
  private final Pages pages;
  private final PayFigures figures;

  /// What is the same for every request.
  private final Map<String, Object> tables;

  PayPages(Pages pages, PayFigures figures) {
    this.pages = pages;
    this.figures = figures;
    this.tables = tables(figures.benchmarks(), figures.career());
  }

  private static Map<String, Object> tables(Benchmarks benchmarks, Career career) {
    return Map.of(
        "choices", choices(benchmarks, career),
        "sections", sections(benchmarks),
        "national", CountRow.national(benchmarks),
        "states", CountRow.employed(benchmarks, Dimension.STATE),
        "metros", CountRow.employed(benchmarks, Dimension.METRO),
        "effects", benchmarks.effects(),
        "withheld", WithheldRow.of(benchmarks.withheld()));
  }

  @GetMapping("/pay")
  ResponseEntity<String> explorer(
      HttpServletRequest request, @RequestParam MultiValueMap<String, String> typed) {
    Benchmarks benchmarks = figures.benchmarks();
    var forms = new ArrayList<>(List.of(ProfileForm.of("", typed), ProfileForm.of("2", typed)));
    var problems = new ArrayList<String>();
    var estimates = new ArrayList<Estimate>();
    for (int i = 0; i < forms.size(); i++) {
      ProfileForm form = forms.get(i);
      if (form.isBlank()) continue;
      switch (form.question().in(benchmarks, figures.career())) {
        case Answer.Understood understood -> {
          forms.set(i, form.asUnderstood(understood.profile()));
          figures.estimator().estimate(understood.profile()).ifPresent(estimates::add);
        }
        case Answer.Unknown unknown -> problems.addAll(unknown.problems());
      }
    }
    String state = estimates.isEmpty() ? null : estimates.getFirst().profile().state();
    String metro = estimates.isEmpty() ? null : estimates.getFirst().profile().metro();
    var values = new LinkedHashMap<>(tables);
    values.put("forms", forms);
    values.put("problems", problems);
    values.put("estimates", views(estimates));
    values.put("spread", SpreadBar.of(benchmarks, state, metro));
    return pages.page(request, "pay", "What coders and billers earn", "pay/explorer.jte", values);
  }

  @GetMapping("/pay/career")
  ResponseEntity<String> career(HttpServletRequest request) {
    return pages.page(
        request,
        "pay",
        "Getting into coding and billing",
        "pay/career.jte",
        Map.of("career", figures.career()));
  }

  /// What can be chosen in the form, by field.
  private static Map<String, List<String>> choices(Benchmarks benchmarks, Career career) {
    return Map.of(
        "credential", List.copyOf(benchmarks.credentials()),
        "metro", List.copyOf(benchmarks.keys(Dimension.METRO)),
        "setting", ProfileQuestion.settings(benchmarks, career),
        "position", List.copyOf(benchmarks.keys(Dimension.POSITION)));
  }

  /// Both ranges are drawn on one scale.
  private static List<EstimateView> views(List<Estimate> estimates) {
    List<Money> amounts =
        estimates.stream()
            .flatMap(e -> Stream.concat(e.cited().stream(), e.apart().stream().map(Apart::figure)))
            .map(Figure::annual)
            .toList();
    var scale = PayScale.around(amounts);
    return estimates.stream().map(e -> new EstimateView(e, scale)).toList();
  }

  private static List<PaySection> sections(Benchmarks benchmarks) {
    UnaryOperator<String> asIs = key -> key;
    return List.of(
        section(
            benchmarks, Dimension.NATIONAL, "country", "The country", key -> "United States", ""),
        section(
            benchmarks,
            Dimension.STATE,
            "states",
            "By state",
            UsState::titleOf,
            unpublished(benchmarks)),
        section(benchmarks, Dimension.METRO, "metros", "By metropolitan area", asIs, ""),
        section(benchmarks, Dimension.CREDENTIAL, "credentials", "By credential", asIs, ""),
        section(
            benchmarks,
            Dimension.CREDENTIAL_COUNT,
            "number",
            "By number of credentials",
            key -> key.equals("1") ? "1 credential" : key + " credentials",
            ""),
        section(benchmarks, Dimension.EXPERIENCE, "experience", "By experience", asIs, ""),
        section(
            benchmarks,
            Dimension.CREDENTIAL_ENTRY,
            "entry",
            "A credential at entry level",
            asIs,
            ""),
        section(
            benchmarks,
            Dimension.CREDENTIAL_EXPERIENCE,
            "credential-experience",
            "By credential and experience",
            key -> key.replace("|", ", "),
            ""),
        section(benchmarks, Dimension.SETTING, "settings", "By setting", asIs, ""),
        section(benchmarks, Dimension.POSITION, "positions", "From clerk to manager", asIs, ""),
        section(benchmarks, Dimension.JOB_FAMILY, "family", "By job family", asIs, ""));
  }

  private static PaySection section(
      Benchmarks benchmarks,
      Dimension dimension,
      String id,
      String title,
      UnaryOperator<String> names,
      String note) {
    return new PaySection(id, title, PayRanking.of(benchmarks, dimension, names), note);
  }

  /// The states of which no pay is published here.
  private static String unpublished(Benchmarks benchmarks) {
    var without =
        Arrays.stream(UsState.values())
            .filter(s -> benchmarks.figures(Dimension.STATE, s.name()).isEmpty())
            .map(UsState::title)
            .collect(Collectors.joining(", "));
    return without.isEmpty() ? "" : "Not in these tables: " + without + ".";
  }
}
