package org.cleanclaim.app.authorization;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cleanclaim.app.patient.PatientId;
import org.cleanclaim.kernel.claim.Claim;
import org.cleanclaim.kernel.claim.ServiceLine;
import org.cleanclaim.kernel.code.ProcedureCode;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What claims use of authorizations: each line under its number, as the claim stands now.
@Component
@Transactional
public class AuthorizationUses {

  /// A line's use, before it is kept.
  private record Drawn(
      long authorization, int line, String procedure, LocalDate servedOn, BigDecimal units) {
    boolean isSame(Drawn other) {
      return authorization == other.authorization
          && line == other.line
          && procedure.equals(other.procedure)
          && servedOn.equals(other.servedOn)
          && units.compareTo(other.units) == 0;
    }
  }

  private final JdbcClient jdbc;
  private final Authorizations authorizations;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  AuthorizationUses(
      JdbcClient jdbc,
      Authorizations authorizations,
      ApplicationEventPublisher events,
      Clock clock) {
    this.jdbc = jdbc;
    this.authorizations = authorizations;
    this.events = events;
    this.clock = clock;
  }

  /// A claim that uses authorizations.
  public record User(long claimId, PatientId patient, long payerId, Claim claim) {}

  /// Keeps what claims use now; what one used otherwise before is reversed.
  public void keep(List<User> users) {
    var standing = standing(users.stream().map(User::claimId).toList());
    for (User user : users) keep(user, standing.getOrDefault(user.claimId, List.of()));
  }

  private void keep(User user, List<Drawn> standing) {
    long claimId = user.claimId;
    var claim = user.claim;
    var wanted = drawn(user.patient, user.payerId, claim);
    boolean isSame = wanted.size() == standing.size();
    for (int i = 0; isSame && i < wanted.size(); i++) {
      isSame = wanted.get(i).isSame(standing.get(i));
    }
    if (isSame) return;
    takeBack(claimId, "The claim was changed");
    for (Drawn one : wanted) {
      jdbc.sql(
              """
              insert into authorization_use (payer_authorization_id, claim_id, control_number, line, procedure, served_on,
                units, used_at)
              values (:authorization, :claim, :number, :line, :procedure, :day, :units, :now)
              """)
          .param("authorization", one.authorization)
          .param("claim", claimId)
          .param("number", claim.controlNumber().value())
          .param("line", one.line)
          .param("procedure", one.procedure)
          .param("day", one.servedOn)
          .param("units", one.units)
          .param("now", Timestamp.from(clock.instant()))
          .update();
    }
    tell(Stream.concat(standing.stream(), wanted.stream()).map(Drawn::authorization));
  }

  /// Gives back what a claim used: it was voided or replaced.
  public void reverse(long claimId, String why) {
    tell(takeBack(claimId, why).stream());
  }

  private List<Long> takeBack(long claimId, String why) {
    authorizations.forget();
    return jdbc.sql(
            """
            update authorization_use set reversed_at = :now, reversed_why = :why
            where claim_id = :claim and reversed_at is null
            returning payer_authorization_id
            """)
        .param("now", Timestamp.from(clock.instant()))
        .param("why", why)
        .param("claim", claimId)
        .query(Long.class)
        .list();
  }

  private void tell(Stream<Long> used) {
    var ids = used.collect(Collectors.toSet());
    if (!ids.isEmpty()) events.publishEvent(new AuthorizationsUsed(ids));
  }

  /// The uses of an authorization in the order of the days of service, with what each left.
  @Transactional(readOnly = true)
  public List<AuthorizationUse> of(Authorization authorization) {
    var uses =
        jdbc.sql(
                """
                select c.public_id, u.control_number, u.line, u.procedure, u.served_on, u.units, u.used_at, u.reversed_at,
                  u.reversed_why
                from authorization_use u
                  join claim c using (claim_id)
                where u.payer_authorization_id = :id
                order by u.served_on, u.authorization_use_id
                """)
            .param("id", authorization.id())
            .query((row, n) -> {
              var reversed = row.getTimestamp("reversed_at");
              return new AuthorizationUse(
                  row.getObject("public_id", UUID.class),
                  row.getString("control_number"),
                  row.getInt("line"),
                  row.getString("procedure"),
                  row.getObject("served_on", LocalDate.class),
                  row.getBigDecimal("units"),
                  row.getTimestamp("used_at").toInstant(),
                  reversed == null ? null : reversed.toInstant(),
                  row.getString("reversed_why"),
                  null);
            })
            .list();
    return withLeft(uses, authorization.entry().unitsApproved());
  }

  private static List<AuthorizationUse> withLeft(
      List<AuthorizationUse> uses, @Nullable BigDecimal approved) {
    var all = new ArrayList<AuthorizationUse>();
    BigDecimal left = approved;
    for (AuthorizationUse use : uses) {
      Instant reversed = use.reversedAt();
      if (left != null && reversed == null) left = left.subtract(use.units());
      all.add(
          new AuthorizationUse(
              use.claim(),
              use.controlNumber(),
              use.line(),
              use.procedure(),
              use.servedOn(),
              use.units(),
              use.usedAt(),
              reversed,
              use.reversedWhy(),
              reversed == null ? left : null));
    }
    return List.copyOf(all);
  }

  /// The authorizations that a claim uses now.
  @Transactional(readOnly = true)
  public List<Authorization> ofClaim(long claimId) {
    return jdbc.sql(
            AuthorizationRows.SELECT
                + """
                where a.payer_authorization_id in (
                  select u.payer_authorization_id from authorization_use u
                  where u.claim_id = :claim and u.reversed_at is null)
                order by a.payer_authorization_id
                """)
        .param("claim", claimId)
        .query(AuthorizationRows::row)
        .list();
  }

  private List<Drawn> drawn(PatientId patient, long payerId, Claim claim) {
    var given = authorizations.given(patient, payerId, null);
    var drawn = new ArrayList<Drawn>();
    for (ServiceLine line : claim.lines()) {
      ProcedureCode procedure = line.procedure();
      if (procedure == null) continue;
      for (AuthorizationKind kind : AuthorizationKind.values()) {
        var under =
            given.stream()
                .filter(one -> one.entry().kind() == kind)
                .filter(one -> isUnder(one, claim, line) && one.entry().covers(procedure))
                .toList();
        onItsDay(under, line.servedFrom())
            .ifPresent(one ->
                drawn.add(
                    new Drawn(
                        one.id(),
                        line.number(),
                        procedure.value(),
                        line.servedFrom(),
                        line.unitsBilled())));
      }
    }
    return drawn;
  }

  // A service that has one number for several periods draws on that of its day.
  private static Optional<Authorization> onItsDay(List<Authorization> under, LocalDate day) {
    return under.stream()
        .filter(one -> one.entry().covers(day))
        .findFirst()
        .or(() -> under.stream().findFirst());
  }

  private static boolean isUnder(Authorization one, Claim claim, ServiceLine line) {
    String number = one.entry().number();
    if (number == null) return false;
    if (one.entry().kind() == AuthorizationKind.REFERRAL) {
      return number.equals(claim.referralNumber());
    }
    String own = line.authorizationNumber();
    return number.equals(own == null ? claim.authorizationNumber() : own);
  }

  private Map<Long, List<Drawn>> standing(List<Long> claims) {
    var standing = new HashMap<Long, List<Drawn>>();
    jdbc.sql(
            """
            select claim_id, payer_authorization_id, line, procedure, served_on, units
            from authorization_use
            where claim_id = any (:claims) and reversed_at is null
            order by authorization_use_id
            """)
        .param("claims", claims.toArray(Long[]::new))
        .query(row -> {
          standing
              .computeIfAbsent(row.getLong("claim_id"), claim -> new ArrayList<>())
              .add(
                  new Drawn(
                      row.getLong("payer_authorization_id"),
                      row.getInt("line"),
                      row.getString("procedure"),
                      row.getObject("served_on", LocalDate.class),
                      row.getBigDecimal("units")));
        });
    return standing;
  }
}
