package org.cleanclaim.app.web.codingaudit;

import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.app.codingaudit.CodingAudits;
import org.cleanclaim.app.insight.SuggestionNoise;
import org.cleanclaim.app.insight.SuggestionNoise.Noise;
import org.cleanclaim.app.web.BarPicture;
import org.cleanclaim.app.web.Csv;
import org.cleanclaim.app.web.CsvAnswer;
import org.cleanclaim.app.web.Pages;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Which suggested codes are taken and which are noise.
@Controller
class NoisePages {
  private static final int BARS = 10;

  private final Pages pages;
  private final SuggestionNoise noise;
  private final CodingAudits audits;
  private final AuditTrail trail;

  NoisePages(Pages pages, SuggestionNoise noise, CodingAudits audits, AuditTrail trail) {
    this.pages = pages;
    this.noise = noise;
    this.audits = audits;
    this.trail = trail;
  }

  @GetMapping("/audits/noise")
  ResponseEntity<String> report(
      HttpServletRequest request,
      @RequestParam(required = false) @Nullable LocalDate from,
      @RequestParam(required = false) @Nullable LocalDate to,
      @RequestParam(required = false) @Nullable String coder) {
    AccessDeniedForActor.unless(Permission.SEE_FIGURES);
    String wanted = blankToNull(coder);
    var rows = noise.of(from, to, wanted);
    int accepted = rows.stream().mapToInt(Noise::accepted).sum();
    int rejected = rows.stream().mapToInt(Noise::rejected).sum();
    var values = new LinkedHashMap<String, Object>();
    values.put("rows", rows);
    values.put("picture", picture(rows));
    values.put("from", from == null ? "" : from.toString());
    values.put("to", to == null ? "" : to.toString());
    values.put("coder", wanted == null ? "" : wanted);
    values.put("coders", audits.coders());
    values.put("offered", rows.stream().mapToInt(Noise::offered).sum());
    values.put("accepted", accepted);
    values.put("rejected", rejected);
    values.put(
        "precision",
        SuggestionNoise.precision(accepted, rejected).map(p -> p + " %").orElse("none decided"));
    return pages.page(
        request, "audits", "Suggestions taken and rejected", "codingaudit/noise.jte", values);
  }

  private static BarPicture picture(List<Noise> rows) {
    return BarPicture.of(
        rows.stream()
            .filter(row -> row.rejected() > 0)
            .limit(BARS)
            .map(row ->
                new BarPicture.Amount(
                    row.written(),
                    BigDecimal.valueOf(row.rejected()),
                    null,
                    "%d of %d".formatted(row.rejected(), row.accepted() + row.rejected())))
            .toList());
  }

  @GetMapping(value = "/audits/noise.csv", produces = "text/csv")
  ResponseEntity<String> csv(
      @RequestParam(required = false) @Nullable LocalDate from,
      @RequestParam(required = false) @Nullable LocalDate to,
      @RequestParam(required = false) @Nullable String coder) {
    AccessDeniedForActor.unless(Permission.SEE_FIGURES);
    var csv =
        new StringBuilder(
            "system,code,title,offered,accepted,rejected,undecided,precision_percent,confidence_percent,reasons\n");
    for (Noise row : noise.of(from, to, blankToNull(coder))) {
      csv.append(
              Csv.line(
                  row.system().title(),
                  row.written(),
                  row.title(),
                  row.offered(),
                  row.accepted(),
                  row.rejected(),
                  row.undecided(),
                  row.precision().orElse(null),
                  row.confidence(),
                  row.reasons().entrySet().stream()
                      .map(e -> e.getKey() + " (" + e.getValue() + ")")
                      .collect(Collectors.joining("; "))))
          .append('\n');
    }
    trail.record("exported suggestion noise", "suggestion report", "csv", null, null);
    return CsvAnswer.of("suggestion-noise.csv", csv.toString());
  }

  private static @Nullable String blankToNull(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }
}
