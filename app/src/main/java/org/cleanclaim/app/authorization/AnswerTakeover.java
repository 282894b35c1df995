package org.cleanclaim.app.authorization;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BiPredicate;
import org.cleanclaim.app.authorization.AuthorizationRequest.Outcome;
import org.springframework.stereotype.Component;

/// Makes authorizations stand as the payer has answered. What was asked for stands as the first
/// thing that was certified; what has another number, or units or days of its own, stands beside
/// it. A later answer finds each of them again.
@Component
class AnswerTakeover {
  /// By what something certified is one that stands, the closest first.
  private static final List<BiPredicate<AuthorizationEntry, AuthorizationEntry>> LIKENESS =
      List.of(
          (stands, given) ->
              hasNumber(stands, given)
                  && stands.services().equals(given.services())
                  && stands.validFrom().equals(given.validFrom()),
          (stands, given) -> hasNumber(stands, given) && stands.isAboutSomeOf(given),
          (stands, given) -> stands.services().equals(given.services()),
          AuthorizationEntry::isAboutSomeOf,
          (stands, given) -> stands.number() == null);

  private final Authorizations authorizations;

  AnswerTakeover(Authorizations authorizations) {
    this.authorizations = authorizations;
  }

  /// @param asked what was asked for
  /// @param request the one that is answered
  /// @param isFirst whether nothing was decided before this answer
  void follow(Authorization asked, long request, ReviewAnswer answer, boolean isFirst) {
    // Somebody has recorded what the payer said on another way.
    if (isFirst && asked.entry().status() != AuthorizationStatus.REQUESTED) return;
    // It says nothing of what the payer has decided.
    boolean isNoDecision = answer.outcome() == Outcome.REFUSED || answer.outcome() == Outcome.CALL;
    if (!isFirst && isNoDecision) return;
    var open = new ArrayList<Authorization>(List.of(asked));
    open.addAll(authorizations.givenBeside(asked));
    String words = answer.inWords();
    if (answer.certified().isEmpty()) {
      for (Authorization one : open) stand(one, status(answer.outcome()), words);
      return;
    }
    certify(asked, request, answer, open);
    for (Authorization one : open) {
      if (answer.refuses(one.entry())) stand(one, AuthorizationStatus.DENIED, words);
      else if (answer.certifies(one.entry())) stand(one, AuthorizationStatus.CANCELLED, words);
    }
  }

  private void stand(Authorization one, AuthorizationStatus status, String words) {
    authorizations.takeOver(one, one.entry().with(status), words);
  }

  /// @param open what stands; what the payer has certified anew goes off the list
  private void certify(
      Authorization asked, long request, ReviewAnswer answer, List<Authorization> open) {
    var own = open.stream().map(Authorization::id).toList();
    var given =
        new ArrayList<>(
            answer.certified().stream()
                .map(one -> taken(asked.entry(), status(answer.outcome()), one))
                .filter(entry ->
                    authorizations.sameLeave(asked, entry).stream()
                        .allMatch(other -> own.contains(other.id())))
                .toList());
    String words = answer.inWords();
    if (given.isEmpty()) {
      stand(asked, AuthorizationStatus.CANCELLED, words + " The number is on file already.");
      open.remove(asked);
      return;
    }
    for (var isAlike : LIKENESS) {
      given.removeIf(entry -> {
        var one = open.stream().filter(o -> isAlike.test(o.entry(), entry)).findFirst();
        one.ifPresent(found -> {
          authorizations.takeOver(found, entry, words);
          open.remove(found);
        });
        return one.isPresent();
      });
    }
    for (var entry : given) authorizations.addGiven(asked, request, entry, words);
  }

  private static boolean hasNumber(AuthorizationEntry stands, AuthorizationEntry given) {
    return stands.number() != null && stands.number().equals(given.number());
  }

  private static AuthorizationStatus status(Outcome outcome) {
    return switch (outcome) {
      case CERTIFIED -> AuthorizationStatus.APPROVED;
      case MODIFIED -> AuthorizationStatus.PARTIAL;
      case DENIED -> AuthorizationStatus.DENIED;
      case NOT_NEEDED -> AuthorizationStatus.CANCELLED;
      case PENDED, CALL, REFUSED -> AuthorizationStatus.REQUESTED;
    };
  }

  private static AuthorizationEntry taken(
      AuthorizationEntry asked, AuthorizationStatus status, Certification given) {
    LocalDate from = Objects.requireNonNullElse(given.from(), asked.validFrom());
    LocalDate through = given.through() == null ? asked.validThrough() : given.through();
    boolean isOverBefore = through != null && through.isBefore(from);
    return new AuthorizationEntry(
        asked.kind(),
        status,
        given.number(),
        asked.source(),
        given.services().isEmpty() ? asked.services() : given.services(),
        given.units(),
        from,
        isOverBefore ? null : through,
        asked.contact(),
        asked.note());
  }
}
