package org.cleanclaim.app.encoder;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import org.cleanclaim.app.access.Acting;
import org.cleanclaim.kernel.code.CodeSystem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The codes that a user keeps at hand, and those used last. Each user sees only the own ones.
@Component
@Transactional
public class Favorites {
  private static final int RECENT_KEPT = 100;

  private final JdbcClient jdbc;
  private final Clock clock = Acting.clock();

  Favorites(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// The actor's favorites in order of code.
  @Transactional(readOnly = true)
  public List<SavedCode> list() {
    return jdbc.sql(
            """
            select code_system, code, title, added_at as at
            from favorite_code
            where user_name = :user
            order by code_system, code
            """)
        .param("user", Acting.actor().name())
        .query(SavedCodes::read)
        .list();
  }

  /// Keeps a code; one that is kept already stays as it is.
  public void add(CodeSystem system, String code, String title) {
    jdbc.sql(
            """
            insert into favorite_code (user_name, code_system, code, title, added_at)
            values (:user, :system, :code, :title, :now)
            on conflict (organization_id, user_name, code_system, code) do nothing
            """)
        .param("user", Acting.actor().name())
        .param("system", system.name())
        .param("code", code)
        .param("title", title)
        .param("now", Timestamp.from(clock.instant()))
        .update();
  }

  /// Keeps a code no longer.
  ///
  /// @return whether it was kept
  public boolean remove(CodeSystem system, String code) {
    return jdbc.sql(
                """
                delete from favorite_code
                where user_name = :user and code_system = :system and code = :code
                """)
            .param("user", Acting.actor().name())
            .param("system", system.name())
            .param("code", code)
            .update()
        > 0;
  }

  /// The codes that the actor used last, the latest first.
  @Transactional(readOnly = true)
  public List<SavedCode> recent(int limit) {
    return jdbc.sql(
            """
            select code_system, code, title, used_at as at
            from recent_code
            where user_name = :user
            order by used_at desc, recent_code_id desc
            limit :limit
            """)
        .param("user", Acting.actor().name())
        .param("limit", limit)
        .query(SavedCodes::read)
        .list();
  }

  /// Notes that the actor has used a code.
  public void used(CodeSystem system, String code, String title) {
    jdbc.sql(
            """
            insert into recent_code (user_name, code_system, code, title, used_at)
            values (:user, :system, :code, :title, :now)
            on conflict (organization_id, user_name, code_system, code)
              do update set used_at = excluded.used_at, title = excluded.title
            """)
        .param("user", Acting.actor().name())
        .param("system", system.name())
        .param("code", code)
        .param("title", title)
        .param("now", Timestamp.from(clock.instant()))
        .update();
    jdbc.sql(
            """
            delete from recent_code
            where recent_code_id in (
              select recent_code_id
              from recent_code
              where user_name = :user
              order by used_at desc
              offset :kept)
            """)
        .param("user", Acting.actor().name())
        .param("kept", RECENT_KEPT)
        .update();
  }

  /// A favorite and whose it is.
  public record Kept(String userName, CodeSystem system, String code) {}

  /// The favorites of everybody, for looking at what a new edition breaks.
  @Transactional(readOnly = true)
  public List<Kept> ofEverybody() {
    return jdbc.sql(
            """
            select user_name, code_system, code
            from favorite_code
            order by user_name, code_system, code
            """)
        .query((row, n) ->
            new Kept(
                row.getString("user_name"),
                CodeSystem.valueOf(row.getString("code_system")),
                row.getString("code")))
        .list();
  }
}
