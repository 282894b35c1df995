package org.cleanclaim.app.web.deadline;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.contract.Payer;
import org.cleanclaim.app.contract.Payers;
import org.cleanclaim.app.deadline.AppealLevel;
import org.cleanclaim.app.deadline.DeadlineRefusal;
import org.cleanclaim.app.deadline.Deadlines;
import org.cleanclaim.app.deadline.PayerTerms;
import org.cleanclaim.app.deadline.PayerTerms.TermLevel;
import org.cleanclaim.app.deadline.PayerTerms.Terms;
import org.cleanclaim.app.web.Pages;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// How long each payer leaves for claims, corrections and appeals.
@Controller
public class TermsPages {

  /// A payer with its days.
  ///
  /// @param correctedClaim days for a corrected claim in words
  public record PayerDays(
      Payer payer,
      String correctedClaim,
      List<AppealLevel> levels,
      @Nullable Terms entered,
      String typedLevels) {
    public PayerDays {
      levels = List.copyOf(levels);
    }
  }

  private final Pages pages;
  private final Payers payers;
  private final PayerTerms terms;
  private final Deadlines deadlines;

  TermsPages(Pages pages, Payers payers, PayerTerms terms, Deadlines deadlines) {
    this.pages = pages;
    this.payers = payers;
    this.terms = terms;
    this.deadlines = deadlines;
  }

  @GetMapping("/deadlines/terms")
  ResponseEntity<String> list(HttpServletRequest request) {
    AccessDeniedForActor.unless(Permission.SEE_CLAIM);
    return list(request, "");
  }

  private ResponseEntity<String> list(HttpServletRequest request, String problem) {
    var values = new LinkedHashMap<String, Object>();
    values.put("payers", payers.all().stream().map(this::days).toList());
    values.put("problem", problem);
    return pages.page(request, "deadlines", "Terms of payers", "deadline/terms.jte", values);
  }

  private PayerDays days(Payer payer) {
    var entered = terms.entered(payer.id());
    return new PayerDays(
        payer,
        terms
            .correctedClaim(payer)
            .map(rule -> rule.inWords() + " after the decision")
            .orElse("not entered"),
        terms.appealLevels(payer, deadlines.today()),
        entered.orElse(null),
        entered.map(TermsPages::typed).orElse(""));
  }

  private static String typed(Terms entered) {
    var lines = new ArrayList<String>();
    for (TermLevel level : entered.levels()) {
      lines.add(
          level.decisionDays() == null
              ? "%s; %d".formatted(level.title(), level.days())
              : "%s; %d; %d".formatted(level.title(), level.days(), level.decisionDays()));
    }
    return String.join("\n", lines);
  }

  @PostMapping("/deadlines/terms/{slug}")
  ResponseEntity<String> enter(
      HttpServletRequest request,
      @PathVariable String slug,
      @RequestParam(defaultValue = "") String corrected,
      @RequestParam(defaultValue = "") String levels,
      @RequestParam(defaultValue = "") String source) {
    AccessDeniedForActor.unless(Permission.WRITE_PAYER_RULE);
    var payer = payers.all().stream().filter(p -> p.slug().equals(slug)).findFirst().orElseThrow();
    try {
      terms.enter(
          payer.id(),
          new Terms(corrected.isBlank() ? null : number(corrected), levels(levels), source));
      return ResponseEntity.status(HttpStatus.SEE_OTHER)
          .location(URI.create("/deadlines/terms"))
          .build();
    } catch (DeadlineRefusal refusal) {
      return list(request, payer.name() + ": " + refusal.getMessage());
    }
  }

  /// One level a line: name; days to file; days for the decision, which may be left out.
  private static List<TermLevel> levels(String text) {
    return text.lines()
        .filter(line -> !line.isBlank())
        .map(line -> {
          String[] parts = line.split(";", -1);
          if (parts.length < 2 || parts.length > 3) {
            throw new DeadlineRefusal("A level is written like: First appeal; 180; 60");
          }
          return new TermLevel(
              parts[0].strip(),
              number(parts[1]),
              parts.length == 3 ? Integer.valueOf(number(parts[2])) : null);
        })
        .toList();
  }

  private static int number(String text) {
    if (!text.strip().matches("\\d{1,4}")) {
      throw new DeadlineRefusal("Days are a whole number, not \"%s\".".formatted(text.strip()));
    }
    return Integer.parseInt(text.strip());
  }
}
