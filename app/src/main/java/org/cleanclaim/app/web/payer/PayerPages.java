package org.cleanclaim.app.web.payer;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.contract.DirectoryRefusal;
import org.cleanclaim.app.contract.Payer;
import org.cleanclaim.app.contract.PayerDirectory;
import org.cleanclaim.app.contract.PayerIdentifier;
import org.cleanclaim.app.contract.Payers;
import org.cleanclaim.app.contract.TypedPayer;
import org.cleanclaim.app.deadline.Deadlines;
import org.cleanclaim.app.deadline.PayerTerms;
import org.cleanclaim.app.followup.SilentClaims;
import org.cleanclaim.app.transport.Connection;
import org.cleanclaim.app.transport.Connections;
import org.cleanclaim.app.transport.Routes;
import org.cleanclaim.app.web.Pages;
import org.cleanclaim.app.web.registration.PagePart;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// One payer: its numbers, whom to call, how long it leaves and takes, and the ways of its files.
@Controller
class PayerPages {
  /// What the page asks for while somebody types.
  record Checked(Map<String, String> faults) {}

  private final Pages pages;
  private final Payers payers;
  private final PayerDirectory directory;
  private final PayerTerms terms;
  private final Deadlines deadlines;
  private final Routes routes;
  private final Connections connections;
  private final SilentClaims silent;
  private final TransactionTemplate together;

  PayerPages(
      Pages pages,
      Payers payers,
      PayerDirectory directory,
      PayerTerms terms,
      Deadlines deadlines,
      Routes routes,
      Connections connections,
      SilentClaims silent,
      TransactionTemplate together) {
    this.pages = pages;
    this.payers = payers;
    this.directory = directory;
    this.terms = terms;
    this.deadlines = deadlines;
    this.routes = routes;
    this.connections = connections;
    this.silent = silent;
    this.together = together;
  }

  @GetMapping("/payers/{slug}")
  ResponseEntity<String> show(HttpServletRequest request, @PathVariable String slug) {
    AccessDeniedForActor.unlessEither(Permission.SEE_PATIENT, Permission.SEE_CLAIM);
    var payer = named(slug);
    return page(
        request,
        HttpStatus.OK,
        payer,
        TypedPayer.of(payer, directory.contact(payer)),
        directory.identifiers(payer),
        Map.of(),
        "");
  }

  @PostMapping("/payers/{slug}/check")
  ResponseEntity<String> check(@PathVariable String slug, @ModelAttribute TypedPayer typed) {
    AccessDeniedForActor.unless(Permission.KEEP_PAYER);
    named(slug);
    return PagePart.of(new Checked(typed.faults()));
  }

  /// @param clearinghouse of each number, empty for every one
  @PostMapping("/payers/{slug}")
  ResponseEntity<String> keep(
      HttpServletRequest request,
      @PathVariable String slug,
      @ModelAttribute TypedPayer typed,
      @RequestParam(required = false) @Nullable List<String> clearinghouse,
      @RequestParam(required = false) @Nullable List<String> kind,
      @RequestParam(required = false) @Nullable List<String> identifier) {
    AccessDeniedForActor.unless(Permission.KEEP_PAYER);
    var payer = named(slug);
    var numbers = numbers(clearinghouse, kind, identifier);
    var faults = typed.faults();
    if (!faults.isEmpty()) {
      return page(request, HttpStatus.UNPROCESSABLE_CONTENT, payer, typed, numbers, faults, "");
    }
    try {
      together.executeWithoutResult(status -> {
        directory.keep(typed.payer(payer));
        directory.keep(payer, typed.contact());
        directory.keep(payer, numbers);
      });
      return ResponseEntity.status(HttpStatus.SEE_OTHER)
          .location(URI.create("/payers/" + slug))
          .build();
    } catch (DirectoryRefusal refusal) {
      return page(
          request,
          HttpStatus.CONFLICT,
          payer,
          typed,
          numbers,
          Map.of(),
          "Nothing was saved. " + refusal.getMessage());
    }
  }

  /// The rows of the form that hold a number.
  private static List<PayerIdentifier> numbers(
      @Nullable List<String> clearinghouses,
      @Nullable List<String> kinds,
      @Nullable List<String> identifiers) {
    if (clearinghouses == null || kinds == null || identifiers == null) return List.of();
    var numbers = new ArrayList<PayerIdentifier>();
    int rows = Math.min(identifiers.size(), Math.min(clearinghouses.size(), kinds.size()));
    for (int i = 0; i < rows; i++) {
      String number = identifiers.get(i).strip();
      if (number.isEmpty()) continue;
      numbers.add(new PayerIdentifier(clearinghouses.get(i).strip(), kinds.get(i).strip(), number));
    }
    return numbers;
  }

  private Payer named(String slug) {
    return payers.all().stream().filter(p -> p.slug().equals(slug)).findFirst().orElseThrow();
  }

  private ResponseEntity<String> page(
      HttpServletRequest request,
      HttpStatus status,
      Payer payer,
      TypedPayer typed,
      List<PayerIdentifier> numbers,
      Map<String, String> faults,
      String refusal) {
    var values = new LinkedHashMap<String, Object>();
    values.put("payer", payer);
    values.put("typed", typed);
    values.put("numbers", numbers);
    values.put("clearinghouses", connections.all().stream().map(Connection::name).toList());
    values.put("ways", ways(payer));
    values.put("levels", terms.appealLevels(payer, deadlines.today()));
    values.put(
        "correctedClaim",
        terms.correctedClaim(payer).map(rule -> rule.inWords()).orElse("not entered"));
    var measured = silent.measuredDays().get(payer.id());
    values.put("measured", measured == null ? "too few claims" : measured + " days");
    values.put("faults", faults);
    values.put("refusal", refusal);
    return pages.page(request, status, "patients", payer.name(), "payer/payer.jte", values);
  }

  private List<PayerWay> ways(Payer payer) {
    return Routes.KINDS.stream()
        .map(kind ->
            new PayerWay(
                kind,
                routes.of(payer.id(), kind).orElse(null),
                routes.payerNumber(payer, kind).value()))
        .toList();
  }
}
