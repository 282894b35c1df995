package org.cleanclaim.app.deadline;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Acting;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.audit.AuditTrail;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Secret addresses of calendars, one a user. An address is shown once; only its digest is kept.
@Component
@Transactional
public class DeadlineFeeds {
  private static final int TOKEN_BYTES = 32;

  private final JdbcClient jdbc;
  private final AuditTrail audit;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  DeadlineFeeds(JdbcClient jdbc, AuditTrail audit, Clock clock) {
    this.jdbc = jdbc;
    this.audit = audit;
    this.clock = clock;
  }

  /// Gives the actor a new address; the one before opens nothing any more.
  ///
  /// @return the secret part of the address
  public String renew() {
    AccessDeniedForActor.unless(Permission.SEE_CLAIM);
    var actor = Acting.actor();
    byte[] bytes = new byte[TOKEN_BYTES];
    random.nextBytes(bytes);
    String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    close();
    jdbc.sql(
            """
            insert into deadline_feed (token_digest, organization_id, user_name, created_at)
            values (:digest, :organization, :user, :now)
            """)
        .param("digest", digest(token))
        .param("organization", actor.organizationId())
        .param("user", actor.name())
        .param("now", Timestamp.from(clock.instant()))
        .update();
    audit.record("opened", "deadline calendar", actor.name(), null, null);
    return token;
  }

  /// The actor's address opens nothing any more.
  public void close() {
    var actor = Acting.actor();
    int closed =
        jdbc.sql("delete from deadline_feed where user_name = :user")
            .param("user", actor.name())
            .update();
    if (closed > 0) audit.record("closed", "deadline calendar", actor.name(), null, null);
  }

  @Transactional(readOnly = true)
  public boolean isOpen() {
    return jdbc.sql("select count(*) from deadline_feed where user_name = :user")
            .param("user", Acting.actor().name())
            .query(Integer.class)
            .single()
        > 0;
  }

  /// The user whose address this is.
  @Transactional(readOnly = true)
  public Optional<String> userOf(String token) {
    return jdbc.sql("select user_name from deadline_feed where token_digest = :digest")
        .param("digest", digest(token))
        .query(String.class)
        .optional();
  }

  private static String digest(String token) {
    try {
      var sha = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha.digest(token.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java runtime has it
    }
  }
}
