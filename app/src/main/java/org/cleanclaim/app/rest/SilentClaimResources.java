package org.cleanclaim.app.rest;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.app.exchange.ExchangedFile;
import org.cleanclaim.app.followup.Silence;
import org.cleanclaim.app.followup.SilentClaim;
import org.cleanclaim.app.followup.SilentClaims;
import org.cleanclaim.app.followup.StatusDesk;
import org.cleanclaim.app.storage.ListPage;
import org.cleanclaim.app.timer.DailyRounds;
import org.cleanclaim.app.timer.RoundKind;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Claims that payers are silent about.
@RestController
@RequestMapping("/api/v1/claims/silent")
class SilentClaimResources {
  record Question(@Nullable List<UUID> claims) {}

  /// @param files names of the 276 files, one for each payer
  /// @param left claims that were not asked about, each with its reason
  record Answer(List<String> files, int claims, List<String> left) {}

  private final SilentClaims silent;
  private final StatusDesk desk;
  private final DailyRounds rounds;
  private final AuditTrail audit;

  SilentClaimResources(SilentClaims silent, StatusDesk desk, DailyRounds rounds, AuditTrail audit) {
    this.silent = silent;
    this.desk = desk;
    this.rounds = rounds;
    this.audit = audit;
  }

  @GetMapping
  ListPage<SilentClaim> list(
      @RequestParam(defaultValue = "") String payer,
      @RequestParam(defaultValue = "") String silence,
      @RequestParam(defaultValue = "1") int page) {
    AccessDeniedForActor.unless(Permission.SEE_CLAIM);
    audit.record("listed silent claims", "claim list", "api", null, null);
    return silent.page(payer.isBlank() ? null : payer.strip(), silence(silence), page);
  }

  @PostMapping("/ask")
  Answer ask(@RequestBody Question question) {
    if (question.claims() == null || question.claims().isEmpty()) {
      throw new BadInput("The field claims is missing: the ids of the claims to ask about.");
    }
    var asked = desk.ask(question.claims());
    return new Answer(
        asked.files().stream().map(ExchangedFile::name).toList(), asked.claims(), asked.left());
  }

  /// The round that goes by itself.
  @GetMapping("/daily")
  DailyRounds.Standing daily() {
    AccessDeniedForActor.unless(Permission.SUBMIT_CLAIM);
    return rounds.standing(RoundKind.CLAIM_STATUS);
  }

  @PutMapping("/daily")
  DailyRounds.Standing setDaily(@RequestBody RoundFields fields) {
    AccessDeniedForActor.unless(Permission.SUBMIT_CLAIM);
    rounds.set(RoundKind.CLAIM_STATUS, fields.setting(RoundKind.CLAIM_STATUS));
    return rounds.standing(RoundKind.CLAIM_STATUS);
  }

  private static @Nullable Silence silence(String text) {
    if (text.isBlank()) return null;
    return Arrays.stream(Silence.values())
        .filter(s -> s.name().equals(text.strip().toUpperCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(() ->
            new BadInput("silence has to be one of " + Arrays.toString(Silence.values()) + "."));
  }
}
