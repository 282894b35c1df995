package org.cleanclaim.app.rest;

import java.util.List;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.claim.BilledClaim;
import org.cleanclaim.app.claim.Claims;
import org.cleanclaim.app.claim.ReadyClaims;
import org.cleanclaim.app.contract.Payers;
import org.cleanclaim.app.exchange.ExchangedFile;
import org.cleanclaim.app.submission.Submissions;
import org.cleanclaim.app.submission.Submissions.SubmitResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Sending claims: nothing leaves before somebody sends it.
@RestController
@RequestMapping("/api/v1")
class SubmissionResources {
  /// What was sent.
  ///
  /// @param held ready claims that could not be written, each with what it lacks
  /// @param said what happened, in a sentence
  record SentFiles(List<String> files, List<String> claims, List<String> held, String said) {}

  private final Claims claims;
  private final Payers payers;
  private final Submissions submissions;

  SubmissionResources(Claims claims, Payers payers, Submissions submissions) {
    this.claims = claims;
    this.payers = payers;
    this.submissions = submissions;
  }

  @GetMapping("/submissions/ready")
  List<ReadyClaims> ready() {
    AccessDeniedForActor.unless(Permission.SEE_CLAIM);
    return claims.waiting();
  }

  /// Sends the ready claims of a payer.
  @PostMapping("/payers/{payer}/submissions")
  SentFiles submit(@PathVariable String payer) {
    AccessDeniedForActor.unless(Permission.SUBMIT_CLAIM);
    var found = payers.all().stream().filter(p -> p.slug().equals(payer)).findFirst().orElseThrow();
    return switch (submissions.submit(found)) {
      case SubmitResult.Submitted sent ->
          new SentFiles(
              sent.files().stream().map(ExchangedFile::name).toList(),
              sent.claims().stream().map(BilledClaim::controlNumber).toList(),
              sent.held(),
              sent.claims().size() == 1
                  ? "1 claim goes to %s.".formatted(found.name())
                  : "%d claims go to %s.".formatted(sent.claims().size(), found.name()));
      case SubmitResult.NothingReady(var held) ->
          new SentFiles(
              List.of(),
              List.of(),
              held,
              held.isEmpty()
                  ? "No claim for %s is ready: what was ready has gone out.".formatted(found.name())
                  : "No claim for %s could be written: each is held with what it lacks."
                      .formatted(found.name()));
    };
  }
}
