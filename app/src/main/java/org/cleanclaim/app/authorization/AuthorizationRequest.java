package org.cleanclaim.app.authorization;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A 278 that went out for an authorization.
///
/// @param inWords what the payer answered, null while it has not
/// @param questionFile the 278 as it went
/// @param questionRemarks what the payer's system found wrong in it and took all the same, null
///   when it said nothing
/// @param answerFile the 278 as it came back
/// @param answers all of them, the newest first, of which the first is what stands
public record AuthorizationRequest(
    UUID publicId,
    UUID authorization,
    String trace,
    String askedBy,
    Instant askedAt,
    @Nullable Instant answeredAt,
    @Nullable Outcome outcome,
    @Nullable String inWords,
    @Nullable UUID questionFile,
    @Nullable String questionRemarks,
    @Nullable UUID answerFile,
    List<AuthorizationAnswer> answers) {
  public AuthorizationRequest {
    answers = List.copyOf(answers);
  }

  /// One of its answers.
  public Optional<AuthorizationAnswer> answer(UUID id) {
    return answers.stream().filter(a -> a.publicId().equals(id)).findFirst();
  }

  /// What the payer answered.
  public enum Outcome {
    CERTIFIED("Certified as asked", "Book the services within its days and units"),
    MODIFIED("Certified otherwise than asked", "Compare units and days; ask again for the rest"),
    DENIED(
        "Not certified", "Read the reason; ask the provider for a peer-to-peer review or appeal"),
    PENDED("The payer has not decided", "Send what it asks for; it will answer again"),
    NOT_NEEDED("No authorization is needed", "Keep the answer as proof"),
    CALL("The payer wants a call", "Call the payer and record what it says"),
    REFUSED("The payer cannot work the request", "Correct what it names and ask again");

    private final String title;
    private final String nextStep;

    Outcome(String title, String nextStep) {
      this.title = title;
      this.nextStep = nextStep;
    }

    public String title() {
      return title;
    }

    public String nextStep() {
      return nextStep;
    }
  }
}
