package org.cleanclaim.app.rest;

import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.payerrule.PayerRuleBook;
import org.cleanclaim.app.payerrule.PayerRuleBook.Saving;
import org.cleanclaim.app.payerrule.RuleEvent;
import org.cleanclaim.app.payerrule.RuleLists;
import org.cleanclaim.app.payerrule.RuleLists.ListedRule;
import org.cleanclaim.app.payerrule.RuleLists.RuleFilter;
import org.cleanclaim.app.payerrule.RulePublication;
import org.cleanclaim.app.payerrule.RuleRemark;
import org.cleanclaim.app.payerrule.RuleReplay;
import org.cleanclaim.app.payerrule.RuleReplays;
import org.cleanclaim.app.payerrule.RuleText;
import org.cleanclaim.app.payerrule.RuleVersion;
import org.cleanclaim.app.payerrule.RuleVersion.State;
import org.cleanclaim.app.payerrule.StarterRule;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The organization's own rules: drafts, tests, replays, publication.
@RestController
@RequestMapping("/api/v1/payer-rules")
class PayerRuleResources {

  record RuleBody(@Nullable String text) {}

  record ReasonBody(@Nullable String reason) {}

  record StarterBody(@Nullable List<String> rules) {}

  record Copied(int versions) {}

  /// A version with its latest replay.
  ///
  /// @param refusal why it cannot be published; null when it can
  record VersionResource(
      RuleVersion version, @Nullable RuleReplay replay, @Nullable String refusal) {}

  record RuleResource(String id, List<VersionResource> versions, List<RuleEvent> events) {}

  /// What a text is worth, without keeping it.
  ///
  /// @param rule id, null when the text cannot be read
  record Tested(
      @Nullable String rule,
      @Nullable Integer version,
      int examples,
      List<RuleRemark> remarks,
      List<RuleRemark> failures) {}

  record Starter(String id, int version, String title, String source, String text) {}

  private final PayerRuleBook book;
  private final RuleLists lists;
  private final RuleReplays replays;
  private final RulePublication publication;

  PayerRuleResources(
      PayerRuleBook book, RuleLists lists, RuleReplays replays, RulePublication publication) {
    this.book = book;
    this.lists = lists;
    this.replays = replays;
    this.publication = publication;
  }

  @GetMapping
  List<ListedRule> rules(
      @RequestParam(required = false) @Nullable String state,
      @RequestParam(required = false) @Nullable String q) {
    check();
    String text = q == null || q.isBlank() ? null : q.strip();
    return lists.rules(new RuleFilter(state == null ? null : state(state), text));
  }

  @GetMapping("/starters")
  List<Starter> starters() {
    check();
    return StarterRule.all().stream()
        .map(s ->
            new Starter(
                s.rule().id().value(),
                s.rule().version(),
                s.rule().title(),
                s.rule().source(),
                s.text()))
        .toList();
  }

  @PostMapping("/starters")
  Copied copy(@RequestBody StarterBody body) {
    AccessDeniedForActor.unless(Permission.WRITE_PAYER_RULE);
    Set<String> known =
        StarterRule.all().stream().map(s -> s.rule().id().value()).collect(Collectors.toSet());
    var wanted = body.rules() == null ? List.<String>of() : body.rules();
    for (String id : wanted) {
      if (!known.contains(id)) throw new BadInput("There is no starter rule " + id + ".");
    }
    return new Copied(book.copyStarters(Set.copyOf(wanted)));
  }

  @PostMapping("/test")
  Tested test(@RequestBody RuleBody body) {
    AccessDeniedForActor.unless(Permission.WRITE_PAYER_RULE);
    var text = RuleText.of(given("text", body.text()));
    return new Tested(
        text.rule().map(r -> r.id().value()).orElse(null),
        text.rule().map(r -> r.version()).orElse(null),
        text.examples(),
        text.remarks(),
        text.failures());
  }

  @GetMapping("/{id}")
  RuleResource rule(@PathVariable String id) {
    check();
    var versions = book.versions(id).stream().map(this::resource).toList();
    if (versions.isEmpty()) throw new NoSuchElementException();
    return new RuleResource(id, versions, book.events(id));
  }

  @PutMapping("/{id}/draft")
  VersionResource save(@PathVariable String id, @RequestBody RuleBody body) {
    AccessDeniedForActor.unless(Permission.WRITE_PAYER_RULE);
    String text = given("text", body.text());
    RuleText.of(text)
        .rule()
        .map(rule -> rule.id().value())
        .filter(named -> !named.equals(id))
        .ifPresent(named -> {
          throw new BadInput("The text is of rule %s, not of %s.".formatted(named, id));
        });
    return switch (book.save(text)) {
      case Saving.Saved(var version) -> resource(version);
      case Saving.Refused(var remarks) ->
          throw new BadInput(
              remarks.stream().map(RuleRemark::toString).collect(Collectors.joining(" ")));
    };
  }

  @PostMapping("/{id}/versions/{version}/replay")
  RuleReplay replay(@PathVariable String id, @PathVariable int version) {
    return replays
        .replay(id, version)
        .orElseThrow(
            () -> new IllegalStateException("The text of this version cannot be read any more."));
  }

  @PostMapping("/{id}/versions/{version}/publish")
  VersionResource publish(
      @PathVariable String id, @PathVariable int version, @RequestBody ReasonBody body) {
    return done(id, version, publication.publish(id, version, given("reason", body.reason())));
  }

  @PostMapping("/{id}/versions/{version}/publish-untried")
  VersionResource publishUntried(
      @PathVariable String id, @PathVariable int version, @RequestBody ReasonBody body) {
    return done(
        id, version, publication.publishUntried(id, version, given("reason", body.reason())));
  }

  @PostMapping("/{id}/versions/{version}/retire")
  VersionResource retire(
      @PathVariable String id, @PathVariable int version, @RequestBody ReasonBody body) {
    return done(id, version, book.retire(id, version, given("reason", body.reason())));
  }

  private VersionResource done(String id, int number, Optional<String> refusal) {
    if (refusal.isPresent()) throw new IllegalStateException(refusal.get());
    return book.versions(id).stream()
        .filter(v -> v.version() == number)
        .map(this::resource)
        .findFirst()
        .orElseThrow();
  }

  private VersionResource resource(RuleVersion version) {
    return new VersionResource(
        version,
        book.latestReplay(version).orElse(null),
        publication.refusal(version).orElse(null));
  }

  private static void check() {
    AccessDeniedForActor.unlessEither(Permission.SEE_CLAIM, Permission.WRITE_PAYER_RULE);
  }

  private static State state(String text) {
    return Arrays.stream(State.values())
        .filter(s -> s.name().equalsIgnoreCase(text.strip()))
        .findFirst()
        .orElseThrow(
            () -> new BadInput("state has to be DRAFT, PUBLISHED or RETIRED, not " + text + "."));
  }

  private static String given(String name, @Nullable String value) {
    if (value == null || value.isBlank()) throw new BadInput("The field " + name + " is missing.");
    return value;
  }
}
