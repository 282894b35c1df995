package org.cleanclaim.app.web.payerrule;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Acting;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.claim.ClaimId;
import org.cleanclaim.app.claim.Claims;
import org.cleanclaim.app.denial.Denials;
import org.cleanclaim.app.denial.PreventionDraft;
import org.cleanclaim.app.payerrule.PayerRuleBook;
import org.cleanclaim.app.payerrule.PayerRuleBook.Saving;
import org.cleanclaim.app.payerrule.RulePublication;
import org.cleanclaim.app.payerrule.RuleRemark;
import org.cleanclaim.app.payerrule.RuleReplays;
import org.cleanclaim.app.payerrule.RuleText;
import org.cleanclaim.app.payerrule.RuleVersion;
import org.cleanclaim.app.web.Pages;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// One rule of the organization: its text, its examples, its replay, its versions, and the way into
/// force and out of it.
@Controller
public class PayerRulePages {

  /// A text in the editor, with what is wrong with it.
  ///
  /// @param outcome what a check of the examples came to; empty when none was asked for
  public record Editor(String text, List<RuleRemark> remarks, String outcome) {
    public Editor {
      remarks = List.copyOf(remarks);
    }

    /// The line of the text that a remark points to.
    public String line(RuleRemark remark) {
      return text.lines().skip(remark.line() - 1L).findFirst().orElse("");
    }
  }

  /// A version beside the one before it.
  public record Step(RuleVersion version, @Nullable TextDifference difference) {}

  private final Pages pages;
  private final PayerRuleBook book;
  private final RuleReplays replays;
  private final RulePublication publication;
  private final Denials denials;
  private final Claims claims;

  PayerRulePages(
      Pages pages,
      PayerRuleBook book,
      RuleReplays replays,
      RulePublication publication,
      Denials denials,
      Claims claims) {
    this.pages = pages;
    this.book = book;
    this.replays = replays;
    this.publication = publication;
    this.denials = denials;
    this.claims = claims;
  }

  @GetMapping("/rules/payer/new")
  ResponseEntity<String> fresh(
      HttpServletRequest request,
      @RequestParam(required = false) @Nullable String from,
      @RequestParam(required = false) @Nullable UUID denial) {
    AccessDeniedForActor.unless(Permission.WRITE_PAYER_RULE);
    String text = from == null ? RuleTemplate.BLANK : RuleTemplate.next(book.versions(from));
    return editor(request, new Editor(denial == null ? text : preventing(denial), List.of(), ""));
  }

  /// The draft of a rule that would have held a claim before it was denied.
  private String preventing(UUID id) {
    var denial = denials.find(id).orElseThrow();
    var claim = claims.get(new ClaimId(denial.claimId()));
    return PreventionDraft.of(denial, claim, Acting.actor().name());
  }

  @PostMapping("/rules/payer")
  ResponseEntity<String> save(HttpServletRequest request, @RequestParam String text) {
    return switch (book.save(text)) {
      case Saving.Saved(var version) -> to(version.ruleId(), version.version());
      case Saving.Refused(var remarks) -> editor(request, new Editor(text, remarks, ""));
    };
  }

  /// Tries a text by its examples; nothing is kept.
  @PostMapping("/rules/payer/check")
  ResponseEntity<String> check(HttpServletRequest request, @RequestParam String text) {
    AccessDeniedForActor.unless(Permission.WRITE_PAYER_RULE);
    var read = RuleText.of(text);
    var remarks = new ArrayList<RuleRemark>(read.remarks());
    remarks.addAll(read.failures());
    String outcome =
        remarks.isEmpty()
            ? "It can be read, and its %d examples go as they say.".formatted(read.examples())
            : "";
    return editor(request, new Editor(text, remarks, outcome));
  }

  private ResponseEntity<String> editor(HttpServletRequest request, Editor editor) {
    return pages.page(
        request, "rules", "Write a payer rule", "payerrule/write.jte", Map.of("editor", editor));
  }

  @GetMapping("/rules/payer/{id}")
  ResponseEntity<String> rule(
      HttpServletRequest request,
      @PathVariable String id,
      @RequestParam(defaultValue = "0") int version) {
    AccessDeniedForActor.unlessEither(Permission.SEE_CLAIM, Permission.WRITE_PAYER_RULE);
    return rule(request, id, version, "");
  }

  @PostMapping("/rules/payer/{id}/{version}/replay")
  ResponseEntity<String> replay(
      HttpServletRequest request, @PathVariable String id, @PathVariable int version) {
    AccessDeniedForActor.unless(Permission.WRITE_PAYER_RULE);
    var report = replays.replay(id, version);
    return report.isPresent()
        ? to(id, version)
        : rule(request, id, version, "The text of this version cannot be read any more.");
  }

  @PostMapping("/rules/payer/{id}/{version}/publish")
  ResponseEntity<String> publish(
      HttpServletRequest request,
      @PathVariable String id,
      @PathVariable int version,
      @RequestParam(defaultValue = "") String reason) {
    return done(request, id, version, publication.publish(id, version, reason));
  }

  @PostMapping("/rules/payer/{id}/{version}/publish-untried")
  ResponseEntity<String> publishUntried(
      HttpServletRequest request,
      @PathVariable String id,
      @PathVariable int version,
      @RequestParam(defaultValue = "") String reason) {
    return done(request, id, version, publication.publishUntried(id, version, reason));
  }

  @PostMapping("/rules/payer/{id}/{version}/retire")
  ResponseEntity<String> retire(
      HttpServletRequest request,
      @PathVariable String id,
      @PathVariable int version,
      @RequestParam(defaultValue = "") String reason) {
    return done(request, id, version, book.retire(id, version, reason));
  }

  private ResponseEntity<String> done(
      HttpServletRequest request, String id, int version, Optional<String> refusal) {
    return refusal.isEmpty() ? to(id, version) : rule(request, id, version, refusal.get());
  }

  private ResponseEntity<String> rule(
      HttpServletRequest request, String id, int number, String problem) {
    var versions = book.versions(id);
    var version =
        versions.stream()
            .filter(v -> number == 0 || v.version() == number)
            .findFirst()
            .orElseThrow();
    var read = RuleText.of(version.text());
    var remarks = new ArrayList<RuleRemark>(read.remarks());
    remarks.addAll(read.failures());
    var replay = book.latestReplay(version);
    var values = new LinkedHashMap<String, Object>();
    values.put("version", version);
    values.put("editor", new Editor(version.text(), remarks, ""));
    values.put("examples", read.examples());
    values.put("replay", replay.orElse(null));
    values.put("bars", replay.map(ReplayBar::of).orElse(List.of()));
    values.put("refusal", publication.refusal(version).orElse(""));
    values.put("mayUntried", publication.mayGoUntried(version));
    values.put("steps", steps(versions));
    values.put("events", book.events(id));
    values.put("problem", problem);
    return pages.page(request, "rules", "Payer rule " + id, "payerrule/rule.jte", values);
  }

  private static List<Step> steps(List<RuleVersion> versions) {
    var steps = new ArrayList<Step>();
    for (int i = 0; i < versions.size(); i++) {
      var earlier = i + 1 < versions.size() ? versions.get(i + 1) : null;
      steps.add(
          new Step(
              versions.get(i),
              earlier == null ? null : TextDifference.of(earlier.text(), versions.get(i).text())));
    }
    return steps;
  }

  private static ResponseEntity<String> to(String id, int version) {
    return ResponseEntity.status(HttpStatus.SEE_OTHER)
        .location(URI.create("/rules/payer/" + id + "?version=" + version))
        .build();
  }
}
