package org.cleanclaim.app.rest;

import java.util.List;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.codingquery.QueryDeadline;
import org.cleanclaim.app.codingquery.QuerySettings;
import org.cleanclaim.app.codingquery.QuerySettings.AnsweringUser;
import org.cleanclaim.app.codingquery.QuerySettings.SignatureRule;
import org.cleanclaim.kernel.identifier.Npi;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// How long providers have for answers, and who answers for whom.
@RestController
@RequestMapping("/api/v1/queries/settings")
class QuerySettingResources {
  record Settings(
      List<QueryDeadline> deadlines, List<AnsweringUser> answering, boolean isSignatureRequired) {}

  record SignatureBody(@Nullable SignatureRule rule) {}

  record DeadlineBody(
      @Nullable Integer answerDays, @Nullable Integer escalateDays, @Nullable String escalateTo) {}

  record ProviderBody(@Nullable String npi) {}

  private final QuerySettings settings;

  QuerySettingResources(QuerySettings settings) {
    this.settings = settings;
  }

  @GetMapping
  Settings settings() {
    AccessDeniedForActor.unless(Permission.MANAGE_STAFF);
    return new Settings(settings.deadlines(), settings.answering(), settings.needsSignature());
  }

  @PutMapping("/deadlines/{setting}")
  ResponseEntity<Void> deadline(@PathVariable String setting, @RequestBody DeadlineBody body) {
    var answer = body.answerDays();
    var escalate = body.escalateDays();
    String to = body.escalateTo();
    if (answer == null || escalate == null || to == null) {
      throw new BadInput("The fields are answerDays, escalateDays and escalateTo.");
    }
    settings.set(new QueryDeadline(setting, answer, escalate, to));
    return ResponseEntity.noContent().build();
  }

  /// Whether spoken answers need the provider's signature.
  @PutMapping("/signature")
  ResponseEntity<Void> signature(@RequestBody SignatureBody body) {
    SignatureRule rule = body.rule();
    if (rule == null) throw new BadInput("The field rule is REQUIRED or NOT_REQUIRED.");
    settings.requireSignature(rule);
    return ResponseEntity.noContent().build();
  }

  @PutMapping("/providers/{userName}")
  ResponseEntity<Void> provider(@PathVariable String userName, @RequestBody ProviderBody body) {
    String npi = body.npi();
    settings.link(
        userName,
        Npi.parse(npi == null ? "" : npi)
            .orElseThrow(
                () -> new BadInput("That is no NPI: ten digits whose last is a check digit.")));
    return ResponseEntity.noContent().build();
  }
}
