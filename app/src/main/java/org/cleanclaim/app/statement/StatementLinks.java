package org.cleanclaim.app.statement;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Acting;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.audit.AuditTrail;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// One-time addresses of statements. The secret is shown once and only its digest kept; the first
/// browser that opens an address keeps it, no other does; it ends by a day and can be revoked.
@Component
@Transactional
public class StatementLinks {
  private static final int SECRET_BYTES = 32;

  /// @param secret the last part of the address; it cannot be shown again
  public record NewLink(UUID id, String secret, Instant expiresAt) {}

  /// A link as it is listed.
  public record Link(
      UUID id,
      String madeBy,
      Instant madeAt,
      Instant expiresAt,
      @Nullable Instant openedAt,
      @Nullable Instant revokedAt) {}

  /// What an address opens.
  ///
  /// @param isOpened whether a browser has it already
  public record Opening(long organizationId, long statementId, boolean isOpened) {}

  private final JdbcClient jdbc;
  private final BillingPolicies policies;
  private final AuditTrail audit;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  StatementLinks(JdbcClient jdbc, BillingPolicies policies, AuditTrail audit, Clock clock) {
    this.jdbc = jdbc;
    this.policies = policies;
    this.audit = audit;
    this.clock = clock;
  }

  /// A new address for a statement.
  public NewLink make(Statement statement) {
    AccessDeniedForActor.unlessEither(Permission.BILL_PATIENT, Permission.TAKE_PAYMENT);
    String secret = secret();
    Instant expiresAt = clock.instant().plus(Duration.ofDays(policies.current().linkDays()));
    UUID id =
        jdbc.sql(
                """
                insert into statement_link (token_digest, organization_id, statement_id, made_by, made_at, expires_at)
                values (:digest, :organization, :statement, :actor, :now, :expires)
                returning link_id
                """)
            .param("digest", digest(secret))
            .param("organization", Acting.actor().organizationId())
            .param("statement", statement.id())
            .param("actor", Acting.actor().name())
            .param("now", Timestamp.from(clock.instant()))
            .param("expires", Timestamp.from(expiresAt))
            .query(UUID.class)
            .single();
    audit.record("made link", "statement", statement.number(), statement.patientId(), null);
    return new NewLink(id, secret, expiresAt);
  }

  /// The addresses of a statement, the latest first.
  @Transactional(readOnly = true)
  public List<Link> of(Statement statement) {
    return jdbc.sql(
            """
            select link_id, made_by, made_at, expires_at, opened_at, revoked_at
            from statement_link
            where statement_id = :statement and organization_id = :organization
            order by made_at desc
            """)
        .param("statement", statement.id())
        .param("organization", Acting.actor().organizationId())
        .query((row, n) -> {
          Timestamp opened = row.getTimestamp("opened_at");
          Timestamp revoked = row.getTimestamp("revoked_at");
          return new Link(
              row.getObject("link_id", UUID.class),
              row.getString("made_by"),
              row.getTimestamp("made_at").toInstant(),
              row.getTimestamp("expires_at").toInstant(),
              opened == null ? null : opened.toInstant(),
              revoked == null ? null : revoked.toInstant());
        })
        .list();
  }

  /// An address opens nothing any more.
  public void revoke(UUID link) {
    AccessDeniedForActor.unlessEither(Permission.BILL_PATIENT, Permission.TAKE_PAYMENT);
    int revoked =
        jdbc.sql(
                """
                update statement_link
                set revoked_at = :now
                where link_id = :id and organization_id = :organization and revoked_at is null
                """)
            .param("now", Timestamp.from(clock.instant()))
            .param("id", link)
            .param("organization", Acting.actor().organizationId())
            .update();
    if (revoked == 0) throw new BillingRefusal("There is no such link that could be revoked.");
    audit.record("revoked link", "statement link", link, null, null);
  }

  /// What an address opens now; nothing when it is unknown, over or revoked, or when another
  /// browser has it. Needs nobody to be signed in.
  ///
  /// @param browser the secret that the browser got when it opened the address; empty for none
  @Transactional(readOnly = true)
  public Optional<Opening> find(String secret, String browser) {
    return jdbc.sql(
            """
            select organization_id, statement_id, browser_digest is not null as is_opened
            from statement_link
            where token_digest = :digest and revoked_at is null and expires_at > :now
              and (browser_digest is null or browser_digest = :browser)
            """)
        .param("digest", digest(secret))
        .param("now", Timestamp.from(clock.instant()))
        .param("browser", digest(browser))
        .query((row, n) ->
            new Opening(
                row.getLong("organization_id"),
                row.getLong("statement_id"),
                row.getBoolean("is_opened")))
        .optional();
  }

  /// Gives an address to the browser that opens it.
  ///
  /// @return the browser's secret; empty when the address opens nothing or another browser was
  ///   first
  public Optional<String> open(String secret) {
    String browser = secret();
    int opened =
        jdbc.sql(
                """
                update statement_link
                set opened_at = :now, browser_digest = :browser
                where token_digest = :digest and revoked_at is null and expires_at > :now and browser_digest is null
                """)
            .param("now", Timestamp.from(clock.instant()))
            .param("browser", digest(browser))
            .param("digest", digest(secret))
            .update();
    return opened == 1 ? Optional.of(browser) : Optional.empty();
  }

  private String secret() {
    byte[] bytes = new byte[SECRET_BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static String digest(String secret) {
    try {
      var sha = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha.digest(secret.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java runtime has it
    }
  }
}
