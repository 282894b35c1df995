package org.cleanclaim.app.rest;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.contract.Payers;
import org.cleanclaim.app.deadline.AppealLevel;
import org.cleanclaim.app.deadline.Clock;
import org.cleanclaim.app.deadline.ClockKind;
import org.cleanclaim.app.deadline.ClocksByHand;
import org.cleanclaim.app.deadline.DeadlineFilter;
import org.cleanclaim.app.deadline.DeadlineFilter.Order;
import org.cleanclaim.app.deadline.DeadlineFilter.Span;
import org.cleanclaim.app.deadline.DeadlineLists;
import org.cleanclaim.app.deadline.Deadlines;
import org.cleanclaim.app.deadline.Deadlines.ClockEvent;
import org.cleanclaim.app.deadline.OwnClocks;
import org.cleanclaim.app.deadline.PayerTerms;
import org.cleanclaim.app.storage.ListPage;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Clocks, and the terms of payers that they are computed from.
@RestController
@RequestMapping("/api/v1")
class DeadlineResources {
  /// @param rule the rule in words
  /// @param left `9 days left`, `3 days late`
  record ClockResource(
      UUID id,
      ClockKind kind,
      String subject,
      int step,
      String title,
      String rule,
      String source,
      boolean assumed,
      LocalDate startsOn,
      LocalDate dueOn,
      String left,
      Clock.State state,
      @Nullable LocalDate suspendedOn,
      @Nullable LocalDate stoppedOn,
      @Nullable String evidence,
      String evidenceAsked,
      String owner,
      @Nullable UUID claim,
      @Nullable String payer) {}

  record ClockWithHistory(ClockResource clock, List<ClockEvent> history) {}

  /// A clock to start by hand.
  record StartBody(
      @Nullable String kind,
      @Nullable String subject,
      @Nullable String startsOn,
      @Nullable String serviceOn,
      @Nullable String owner) {}

  /// What is done with a clock: `met`, `ended`, `suspend`, `resume`, `assign`.
  record Deed(
      @Nullable String action,
      @Nullable String on,
      @Nullable String reason,
      @Nullable String owner) {}

  /// @param entered what the practice entered; null when nothing was
  record TermsResource(
      String payer,
      int timelyFilingDays,
      PayerTerms.@Nullable Terms entered,
      List<AppealLevel> levels) {}

  private final Deadlines deadlines;
  private final DeadlineLists lists;
  private final ClocksByHand byHand;
  private final PayerTerms terms;
  private final Payers payers;

  DeadlineResources(
      Deadlines deadlines,
      DeadlineLists lists,
      ClocksByHand byHand,
      PayerTerms terms,
      Payers payers) {
    this.deadlines = deadlines;
    this.lists = lists;
    this.byHand = byHand;
    this.terms = terms;
    this.payers = payers;
  }

  @GetMapping("/deadlines")
  ListPage<ClockResource> list(
      @RequestParam(defaultValue = "") String kind,
      @RequestParam(defaultValue = "OPEN") String span,
      @RequestParam(defaultValue = "") String owner,
      @RequestParam(defaultValue = "") String payer,
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "DUE") String order,
      @RequestParam(defaultValue = "1") int page) {
    var filter =
        new DeadlineFilter(
            kind.isBlank() ? null : one(ClockKind.values(), "kind", kind),
            one(Span.values(), "span", span),
            owner.isBlank() ? null : owner,
            payer.isBlank() ? null : payer,
            q.isBlank() ? null : q.strip(),
            one(Order.values(), "order", order));
    return lists.page(OwnClocks.seen(filter), page).map(this::resource);
  }

  @GetMapping("/deadlines/{id}")
  ClockWithHistory clock(@PathVariable UUID id) {
    var clock = OwnClocks.seen(deadlines.find(id).orElseThrow());
    return new ClockWithHistory(resource(clock), deadlines.history(clock));
  }

  @PostMapping("/deadlines")
  ClockResource start(@RequestBody StartBody body) {
    String service = BodyFields.text(body.serviceOn());
    return resource(
        byHand.start(
            one(ClockKind.values(), "kind", BodyFields.text(body.kind())),
            BodyFields.text(body.subject()),
            BodyFields.day("startsOn", body.startsOn()),
            service.isBlank() ? null : BodyFields.day("serviceOn", service),
            BodyFields.text(body.owner())));
  }

  @PostMapping("/deadlines/{id}/deeds")
  ClockWithHistory deed(@PathVariable UUID id, @RequestBody Deed deed) {
    OwnClocks.requireWork(deadlines.find(id).orElseThrow());
    String reason = BodyFields.text(deed.reason());
    switch (BodyFields.text(deed.action())) {
      case "met" ->
          deadlines.stopByHand(id, Clock.State.MET, BodyFields.day("on", deed.on()), reason);
      case "ended" ->
          deadlines.stopByHand(id, Clock.State.ENDED, BodyFields.day("on", deed.on()), reason);
      case "suspend" -> deadlines.suspend(id, BodyFields.day("on", deed.on()), reason);
      case "resume" -> deadlines.resume(id, BodyFields.day("on", deed.on()), reason);
      case "assign" -> deadlines.assign(id, BodyFields.text(deed.owner()));
      default -> throw new BadInput("action has to be one of met, ended, suspend, resume, assign.");
    }
    return clock(id);
  }

  @GetMapping("/payers/{slug}/terms")
  TermsResource terms(@PathVariable String slug) {
    AccessDeniedForActor.unless(Permission.SEE_CLAIM);
    var payer = payers.all().stream().filter(p -> p.slug().equals(slug)).findFirst().orElseThrow();
    return new TermsResource(
        payer.name(),
        payer.timelyFilingDays(),
        terms.entered(payer.id()).orElse(null),
        terms.appealLevels(payer, deadlines.today()));
  }

  @PutMapping("/payers/{slug}/terms")
  TermsResource enter(@PathVariable String slug, @RequestBody PayerTerms.Terms body) {
    AccessDeniedForActor.unless(Permission.WRITE_PAYER_RULE);
    var payer = payers.all().stream().filter(p -> p.slug().equals(slug)).findFirst().orElseThrow();
    terms.enter(payer.id(), body);
    return terms(slug);
  }

  private ClockResource resource(Clock clock) {
    return new ClockResource(
        clock.publicId(),
        clock.kind(),
        clock.subject(),
        clock.step(),
        clock.title(),
        clock.rule().inWords(),
        clock.rule().source(),
        clock.rule().isAssumed(),
        clock.startsOn(),
        clock.dueOn(),
        clock.left(deadlines.today()),
        clock.state(),
        clock.suspendedOn(),
        clock.stoppedOn(),
        clock.evidence(),
        clock.kind().evidenceAsked(),
        clock.owner(),
        clock.claimPublicId(),
        clock.payer());
  }

  private static <E extends Enum<E>> E one(E[] values, String name, String text) {
    return Arrays.stream(values)
        .filter(v -> v.name().equals(text.strip().toUpperCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(
            () -> new BadInput(name + " has to be one of " + Arrays.toString(values) + "."));
  }
}
