package org.cleanclaim.app.pay;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.cleanclaim.workforce.benchmark.Benchmarks;
import org.cleanclaim.workforce.benchmark.Effect;
import org.cleanclaim.workforce.benchmark.Figure;
import org.cleanclaim.workforce.benchmark.Headcount;
import org.cleanclaim.workforce.benchmark.PayBasis;
import org.cleanclaim.workforce.benchmark.Source;
import org.cleanclaim.workforce.benchmark.Withheld;
import org.cleanclaim.workforce.estimate.Apart;
import org.cleanclaim.workforce.estimate.Contribution;
import org.cleanclaim.workforce.estimate.Estimate;
import org.cleanclaim.workforce.estimate.PayRange;
import org.jspecify.annotations.Nullable;

/// Pay figures as programs read them: the same fields in REST and on the command line.
public final class PayViews {
  private PayViews() {}

  /// Tables and what is withheld in them.
  public static Map<String, Object> tables(Benchmarks benchmarks) {
    var view = new LinkedHashMap<String, Object>();
    view.put("pay", benchmarks.figures().stream().map(PayViews::figure).toList());
    view.put("employment", benchmarks.headcounts().stream().map(PayViews::headcount).toList());
    view.put("effects", benchmarks.effects().stream().map(PayViews::effect).toList());
    view.put("withheld", benchmarks.withheld().stream().map(PayViews::withheld).toList());
    return view;
  }

  public static Map<String, Object> figure(Figure figure) {
    var view = new LinkedHashMap<String, Object>();
    view.put("dimension", figure.dimension().written());
    view.put("key", figure.key());
    view.put("population", figure.population());
    view.put("statistic", figure.statistic().written());
    view.put("basis", figure.basis().written());
    view.put("amount", figure.amount().toString());
    source(view, figure.source());
    var converted = new LinkedHashMap<String, Object>();
    converted.put("basis", figure.converted().basis().written());
    converted.put("amount", figure.converted().amount().toString());
    converted.put("hoursAYear", PayBasis.HOURS_A_YEAR);
    view.put("converted", converted);
    return view;
  }

  private static Map<String, Object> headcount(Headcount headcount) {
    var view = new LinkedHashMap<String, Object>();
    view.put("dimension", headcount.dimension().written());
    view.put("key", headcount.key());
    view.put("measure", headcount.measure());
    view.put("value", headcount.value());
    view.put("unit", headcount.unit().name().toLowerCase(Locale.ROOT));
    source(view, headcount.source());
    return view;
  }

  private static Map<String, Object> effect(Effect effect) {
    var view = new LinkedHashMap<String, Object>();
    view.put("factor", effect.factor());
    view.put("value", effect.value());
    view.put("baseline", effect.baseline());
    view.put("percent", effect.percent());
    source(view, effect.source());
    return view;
  }

  private static Map<String, Object> withheld(Withheld withheld) {
    var view = new LinkedHashMap<String, Object>();
    view.put("dimension", withheld.dimension().written());
    view.put("key", withheld.key());
    view.put("population", withheld.population());
    view.put("measure", withheld.measure());
    PayBasis basis = withheld.basis();
    if (basis != null) view.put("basis", basis.written());
    view.put("reason", withheld.reason().title());
    source(view, withheld.source());
    return view;
  }

  private static void source(Map<String, Object> view, Source source) {
    view.put("publisher", source.publisher());
    view.put("year", source.year());
    view.put("article", source.article());
  }

  /// A range with all it rests on.
  public static Map<String, Object> estimate(Estimate estimate) {
    var view = new LinkedHashMap<String, Object>();
    var profile = new LinkedHashMap<String, Object>();
    profile.put("credentials", List.copyOf(estimate.profile().credentials()));
    put(profile, "yearsOfExperience", estimate.profile().yearsOfExperience());
    put(profile, "state", estimate.profile().state());
    put(profile, "metro", estimate.profile().metro());
    put(profile, "setting", estimate.profile().setting());
    put(profile, "position", estimate.profile().position());
    view.put("profile", profile);
    view.put("annual", range(estimate.range()));
    view.put("years", List.copyOf(estimate.years()));
    view.put(
        "contributions",
        estimate.contributions().stream().map(c -> contribution(c, estimate)).toList());
    view.put("effects", estimate.effects().stream().map(PayViews::effect).toList());
    view.put("apart", estimate.apart().stream().map(PayViews::apart).toList());
    view.put("withheld", estimate.withheld().stream().map(PayViews::withheld).toList());
    return view;
  }

  /// A figure that does not bound the range, and why.
  private static Map<String, Object> apart(Apart apart) {
    var view = new LinkedHashMap<String, Object>();
    view.put("why", apart.why().name());
    view.put("figure", figure(apart.figure()));
    return view;
  }

  private static Map<String, Object> contribution(Contribution contribution, Estimate estimate) {
    var view = new LinkedHashMap<String, Object>();
    view.put("factor", contribution.factor().name());
    view.put("stated", contribution.stated());
    view.put("basis", contribution.basis().name());
    view.put("annual", range(contribution.range()));
    if (!contribution.near().isEmpty()) view.put("publishedNear", contribution.near());
    estimate
        .without(contribution.factor())
        .ifPresent(without -> view.put("annualWithout", range(without)));
    view.put("figures", contribution.figures().stream().map(PayViews::figure).toList());
    return view;
  }

  private static Map<String, Object> range(PayRange range) {
    return Map.of("low", range.low().toString(), "high", range.high().toString());
  }

  private static void put(Map<String, Object> view, String name, @Nullable Object value) {
    if (value != null) view.put(name, value);
  }
}
