package org.cleanclaim.app.payerrule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cleanclaim.app.payerrule.WrittenRules.LONG_TALK;
import static org.cleanclaim.app.payerrule.WrittenRules.undone;

import java.util.Optional;
import java.util.stream.Collectors;
import org.cleanclaim.app.DemoServer;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Role;
import org.cleanclaim.app.payerrule.PayerRuleBook.Saving;
import org.cleanclaim.app.payerrule.RuleEvent.What;
import org.cleanclaim.app.payerrule.RuleLists.RuleFilter;
import org.cleanclaim.app.payerrule.RuleVersion.State;
import org.cleanclaim.kernel.Money;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

class PayerRuleBookTest {
  private static final String ID = "TEST-LONG-TALK";

  private final DemoServer server = DemoServer.shared();
  private final PayerRuleBook book = server.bean(PayerRuleBook.class);
  private final RuleReplays replays = server.bean(RuleReplays.class);
  private final RulePublication publication = server.bean(RulePublication.class);

  @Test
  void aTextThatCannotBeReadIsRefusedWithItsLine() {
    undone(
        Role.MANAGER,
        () -> {
          var refused = book.save(LONG_TALK.replace("from: 2026-01-01", "from: 2026-13-01"));

          assertThat(refused).isInstanceOf(Saving.Refused.class);
          var remark = ((Saving.Refused) refused).remarks().getFirst();
          assertThat(remark.line()).isEqualTo(8);
          assertThat(remark.remedy()).isNotBlank();
          assertThat(book.versions(ID)).isEmpty();
          assertThat(
                  book.save(LONG_TALK + "---\n" + LONG_TALK.replace(ID, "TEST-OTHER")).toString())
              .contains("more than one rule");
          assertThat(book.save("").toString()).contains("There is no rule");
          assertThat(book.save(LONG_TALK.replace(ID, "MOD-25")).toString())
              .contains("id of a built-in rule");
        });
  }

  @Test
  void aReplayTellsWhatTheRuleWouldHavePrevented() {
    undone(
        Role.MANAGER,
        () -> {
          book.save(LONG_TALK);

          var replay = replays.replay(ID, 1).orElseThrow();

          assertThat(replay.claims()).isGreaterThan(20);
          assertThat(replay.figures().touched()).isEqualTo(1);
          assertThat(replay.denials()).isGreaterThan(1);
          assertThat(replay.figures().prevented()).isEqualTo(1);
          assertThat(replay.figures().preventedCharge()).isEqualTo(Money.of("260.00"));
          assertThat(replay.figures().falseHolds()).isZero();
          assertThat(replay.isOutOfPeriod()).isFalse();
          assertThat(book.latestReplay(book.versions(ID).getFirst()))
              .map(r -> r.figures().prevented())
              .contains(1);
        });
  }

  @Test
  void aRuleThatBeginsLaterIsPlayedAsIfItAlwaysHadBeen() {
    undone(
        Role.MANAGER,
        () -> {
          book.save(LONG_TALK.replace("2026-01-01", "2027-01-01"));

          var replay = replays.replay(ID, 1).orElseThrow();

          assertThat(replay.isOutOfPeriod()).isTrue();
          assertThat(replay.figures().prevented()).isEqualTo(1);
        });
  }

  @Test
  void aRuleThatHoldsPaidClaimsShowsFalseHolds() {
    undone(
        Role.MANAGER,
        () -> {
          book.save(WrittenRules.onEveryClaim("TEST-ALL", WrittenRules.HOLD));

          var replay = replays.replay("TEST-ALL", 1).orElseThrow();

          assertThat(replay.figures().touched()).isEqualTo(replay.claims());
          assertThat(replay.figures().falseHolds()).isPositive().isLessThan(replay.claims());
          assertThat(replay.figures().falselyHeld().isPositive()).isTrue();
          assertThat(replay.figures().prevented()).isZero();
        });
  }

  @Test
  void nothingIsPublishedWithoutItsReplayReasonAndExamples() {
    undone(
        Role.MANAGER,
        () -> {
          book.save(LONG_TALK);
          assertThat(publication.publish(ID, 1, "too many denials"))
              .hasValueSatisfying(why -> assertThat(why).contains("not been replayed"));
          replays.replay(ID, 1);
          assertThat(publication.publish(ID, 1, "  "))
              .hasValueSatisfying(why -> assertThat(why).contains("The reason of the change"));
          book.save(LONG_TALK.replace("An hour of psychotherapy is often", "It is sometimes"));
          assertThat(publication.publish(ID, 1, "too many denials"))
              .hasValueSatisfying(why -> assertThat(why).contains("changed after the replay"));
          book.save(
              LONG_TALK.replace("lines: [{procedure: 90834}]", "lines: [{procedure: 90837}]"));
          replays.replay(ID, 1);
          assertThat(publication.publish(ID, 1, "too many denials"))
              .hasValueSatisfying(
                  why -> assertThat(why).contains("Line 18", "fired on an example"));
          book.save(LONG_TALK);
          replays.replay(ID, 1);

          assertThat(publication.publish(ID, 1, "too many denials")).isEmpty();

          assertThat(book.versions(ID).getFirst().state()).isEqualTo(State.PUBLISHED);
          assertThat(book.events(ID).getFirst().what()).isEqualTo(What.PUBLISHED);
          assertThat(book.events(ID).getFirst().reason()).isEqualTo("too many denials");
        });
  }

  @Test
  void aReplayThatMetNoClaimOfTheRuleDoesNotSuffice() {
    undone(
        Role.MANAGER,
        () -> {
          book.save(
              LONG_TALK
                  .replace("when:", "scope:\n  payers: [NOBODY1]\nwhen:")
                  .replace("{lines:", "{payer.id: NOBODY1, lines:"));
          assertThat(publication.publishUntried(ID, 1, "the payer is new"))
              .hasValueSatisfying(why -> assertThat(why).contains("not been replayed"));
          var replay = replays.replay(ID, 1).orElseThrow();
          assertThat(replay.claims()).isGreaterThan(20);
          assertThat(replay.inScope()).isZero();
          assertThat(replay.isOutOfPeriod()).isFalse();

          assertThat(publication.publish(ID, 1, "the payer is new"))
              .hasValueSatisfying(
                  why -> assertThat(why).contains("about none of the", "without past claims"));
          assertThat(publication.mayGoUntried(book.versions(ID).getFirst())).isTrue();
          assertThat(publication.publishUntried(ID, 1, " "))
              .hasValueSatisfying(why -> assertThat(why).contains("The reason of the change"));
          assertThat(publication.publishUntried(ID, 1, "the payer is new")).isEmpty();

          assertThat(book.versions(ID).getFirst().state()).isEqualTo(State.PUBLISHED);
          assertThat(book.events(ID).getFirst().what()).isEqualTo(What.PUBLISHED_UNTRIED);
          assertThat(book.events(ID).getFirst().reason()).isEqualTo("the payer is new");
        });
  }

  @Test
  void whatCanBeTriedIsNotPublishedUntried() {
    undone(
        Role.MANAGER,
        () -> {
          book.save(LONG_TALK);
          replays.replay(ID, 1);

          assertThat(publication.publishUntried(ID, 1, "no time for it"))
              .hasValueSatisfying(why -> assertThat(why).contains("the usual way"));
          assertThat(publication.mayGoUntried(book.versions(ID).getFirst())).isFalse();
        });
  }

  @Test
  void claimsAreJudgedOnTheDayOnWhichTheyWereSent() {
    undone(
        Role.MANAGER,
        () -> {
          book.save(
              WrittenRules.onEveryClaim("TEST-SENT", WrittenRules.HOLD)
                  .replace(
                      "claim.referralNumber is not NONE", "claim.daysSinceService is more than 0")
                  .replace(
                      "{claim.referralNumber: NONE}",
                      "{line.servedFrom: 2020-01-08, line.servedThrough: 2020-01-08}")
                  .replace("{claim.referralNumber: R7}", "{claim.referralNumber: R7}"));

          var replay = replays.replay("TEST-SENT", 1).orElseThrow();

          assertThat(replay.figures().touched()).isPositive();
        });
  }

  @Test
  void aRuleThatUndoesAPublishedOneIsRefused() {
    undone(
        Role.MANAGER,
        () -> {
          WrittenRules.publish(WrittenRules.onEveryClaim("TEST-NOTE-A", "set: claim.note A"));
          book.save(WrittenRules.onEveryClaim("TEST-NOTE-B", "set: claim.note B"));
          replays.replay("TEST-NOTE-B", 1);

          assertThat(publication.publish("TEST-NOTE-B", 1, "asked for by the payer"))
              .hasValueSatisfying(
                  why -> assertThat(why).contains("contradicts a published rule", "TEST-NOTE-A"));

          book.retire("TEST-NOTE-A", 1, "replaced by another");
          assertThat(publication.publish("TEST-NOTE-B", 1, "asked for by the payer")).isEmpty();
        });
  }

  @Test
  void aPublishedTextStaysAndTheNextVersionStandsBesideIt() {
    undone(
        Role.MANAGER,
        () -> {
          WrittenRules.publish(LONG_TALK);

          var again = book.save(LONG_TALK.replace("is often", "is sometimes"));
          var next = book.save(LONG_TALK.replace("version: 1", "version: 2"));

          assertThat(again.toString())
              .contains("has been published and stays as it is", "version: 2");
          assertThat(next).isInstanceOf(Saving.Saved.class);
          assertThat(book.versions(ID))
              .extracting(RuleVersion::state)
              .containsExactly(State.DRAFT, State.PUBLISHED);
          assertThat(publication.publish(ID, 1, "once more please"))
              .hasValueSatisfying(why -> assertThat(why).contains("Only a draft"));
          assertThatThrownBy(() ->
                  server
                      .bean(JdbcClient.class)
                      .sql(
                          "update payer_rule_version set text = 'x' where rule_id ="
                              + " 'TEST-LONG-TALK'")
                      .update())
              .isInstanceOf(DataAccessException.class);
        });
  }

  @Test
  void starterRulesAreCopiedOnceWithAnOwnerOfThePractice() {
    var ids =
        StarterRule.all().stream().map(s -> s.rule().id().value()).collect(Collectors.toSet());
    undone(
        Role.MANAGER,
        () -> {
          assertThat(book.copyStarters(ids))
              .isEqualTo(StarterRule.all().size())
              .isGreaterThanOrEqualTo(55);
          assertThat(book.copyStarters(ids)).isZero();

          for (String id : ids) {
            for (RuleVersion version : book.versions(id)) {
              var text = RuleText.of(version.text());
              assertThat(text.failures()).as(id).isEmpty();
              assertThat(version.owner()).isEqualTo("pat");
              assertThat(version.state()).isEqualTo(State.DRAFT);
            }
          }
          assertThat(book.versions("VISIT-G2211-25")).hasSize(2);
          assertThat(server.bean(RuleLists.class).rules(new RuleFilter(State.DRAFT, "g2211-25")))
              .hasSize(2);
        });
  }

  @Test
  void billersReadRulesAndWriteNone() {
    undone(
        Role.BILLER,
        () -> {
          assertThat(book.versions(ID)).isEmpty();
          assertThatThrownBy(() -> book.save(LONG_TALK)).isInstanceOf(AccessDeniedForActor.class);
          assertThatThrownBy(() -> replays.replay(ID, 1)).isInstanceOf(AccessDeniedForActor.class);
          assertThatThrownBy(() -> publication.publish(ID, 1, "why not"))
              .isInstanceOf(AccessDeniedForActor.class);
        });
  }

  @Test
  void retiringAsksForAReasonOnce() {
    undone(
        Role.MANAGER,
        () -> {
          book.save(LONG_TALK);

          assertThat(book.retire(ID, 1, "no")).isPresent();
          assertThat(book.retire(ID, 1, "not needed")).isEqualTo(Optional.empty());
          assertThat(book.retire(ID, 1, "not needed"))
              .hasValueSatisfying(why -> assertThat(why).contains("retired already"));
        });
  }
}
