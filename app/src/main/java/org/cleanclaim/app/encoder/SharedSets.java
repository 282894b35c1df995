package org.cleanclaim.app.encoder;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Acting;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.kernel.code.CodeSystem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The organization's named sets of codes. Everybody sees them; whoever codes charts changes them.
@Component
@Transactional
public class SharedSets {
  private static final int LONGEST_NAME = 80;

  private final JdbcClient jdbc;
  private final AuditTrail audit;
  private final Clock clock = Acting.clock();

  SharedSets(JdbcClient jdbc, AuditTrail audit) {
    this.jdbc = jdbc;
    this.audit = audit;
  }

  /// A code of a set, or none for an empty set.
  private record Row(UUID id, String name, String createdBy, List<SavedCode> code) {}

  /// All sets by name, each with its codes in the order in which they were added.
  @Transactional(readOnly = true)
  public List<SharedSet> list() {
    var rows =
        jdbc.sql(
                """
                select s.public_id, s.name, s.created_by, c.code_system, c.code, c.title, c.added_at as at
                from shared_set s
                left join shared_set_code c using (shared_set_id)
                order by lower(s.name), s.shared_set_id, c.shared_set_code_id
                """)
            .query((row, n) ->
                new Row(
                    row.getObject("public_id", UUID.class),
                    row.getString("name"),
                    row.getString("created_by"),
                    row.getString("code") == null ? List.of() : List.of(SavedCodes.read(row, n))))
            .list();
    var sets = new LinkedHashMap<UUID, SharedSet>();
    for (Row row : rows) {
      sets.merge(
          row.id(),
          new SharedSet(row.id(), row.name(), row.createdBy(), row.code()),
          SharedSets::joined);
    }
    return List.copyOf(sets.values());
  }

  private static SharedSet joined(SharedSet set, SharedSet next) {
    var codes = new ArrayList<SavedCode>(set.codes());
    codes.addAll(next.codes());
    return new SharedSet(set.id(), set.name(), set.createdBy(), codes);
  }

  /// Makes an empty set.
  public UUID create(String name) {
    AccessDeniedForActor.unless(Permission.CODE_CHART);
    String given = checked(name);
    var id =
        jdbc.sql(
                """
                insert into shared_set (name, created_by, created_at)
                values (:name, :actor, :now)
                on conflict (organization_id, name) do nothing
                returning public_id
                """)
            .param("name", given)
            .param("actor", Acting.actor().name())
            .param("now", Timestamp.from(clock.instant()))
            .query((row, n) -> row.getObject("public_id", UUID.class))
            .optional()
            .orElseThrow(() -> taken(given));
    audit.record("created code set " + given, "shared set", id, null, null);
    return id;
  }

  public void rename(UUID id, String name) {
    AccessDeniedForActor.unless(Permission.CODE_CHART);
    String given = checked(name);
    boolean isTaken =
        jdbc.sql("select count(*) from shared_set where name = :name and public_id <> :id")
                .param("name", given)
                .param("id", id)
                .query(Integer.class)
                .single()
            > 0;
    if (isTaken) throw taken(given);
    jdbc.sql("update shared_set set name = :name where public_id = :id")
        .param("name", given)
        .param("id", id)
        .update();
    audit.record("renamed code set to " + given, "shared set", id, null, null);
  }

  public void delete(UUID id) {
    AccessDeniedForActor.unless(Permission.CODE_CHART);
    jdbc.sql("delete from shared_set where public_id = :id").param("id", id).update();
    audit.record("deleted code set", "shared set", id, null, null);
  }

  /// Puts a code into a set; one that is there stays as it is.
  public void add(UUID id, CodeSystem system, String code, String title) {
    AccessDeniedForActor.unless(Permission.CODE_CHART);
    jdbc.sql(
            """
            insert into shared_set_code (shared_set_id, code_system, code, title, added_by, added_at)
            select shared_set_id, :system, :code, :title, :actor, :now
            from shared_set
            where public_id = :id
            on conflict (shared_set_id, code_system, code) do nothing
            """)
        .param("id", id)
        .param("system", system.name())
        .param("code", code)
        .param("title", title)
        .param("actor", Acting.actor().name())
        .param("now", Timestamp.from(clock.instant()))
        .update();
    audit.record("added code " + code, "shared set", id, null, null);
  }

  public void remove(UUID id, CodeSystem system, String code) {
    AccessDeniedForActor.unless(Permission.CODE_CHART);
    jdbc.sql(
            """
            delete from shared_set_code
            where shared_set_id = (select shared_set_id from shared_set where public_id = :id)
              and code_system = :system and code = :code
            """)
        .param("id", id)
        .param("system", system.name())
        .param("code", code)
        .update();
    audit.record("removed code " + code, "shared set", id, null, null);
  }

  private static String checked(String name) {
    String given = name.strip();
    if (given.isEmpty() || given.length() > LONGEST_NAME) {
      throw new IllegalStateException(
          "A set needs a name of 1 to %d characters. Enter another.".formatted(LONGEST_NAME));
    }
    return given;
  }

  private static IllegalStateException taken(String name) {
    return new IllegalStateException(
        "There is a set named %s already. Enter another name.".formatted(name));
  }
}
