package org.cleanclaim.app.staff;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.access.UserAccounts;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.app.staff.RemoteWork.LocalFiles;
import org.cleanclaim.app.staff.RemoteWork.Watermark;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The remote-work settings of the organization and of its users; an administrator sets them, each
/// change is on the trail with what was before.
@Component
@Transactional
public class RemoteWorkSettings {
  private final JdbcClient jdbc;
  private final UserAccounts users;
  private final AuditTrail audit;

  RemoteWorkSettings(JdbcClient jdbc, UserAccounts users, AuditTrail audit) {
    this.jdbc = jdbc;
    this.users = users;
    this.audit = audit;
  }

  /// Sets what holds for everybody whose own setting says nothing else.
  public void setForAll(RemoteWork setting) {
    set(null, "organization", setting);
  }

  /// Sets what holds for one user.
  public void set(String userName, RemoteWork setting) {
    boolean isUser = users.all().stream().anyMatch(u -> u.userName().equals(userName));
    if (!isUser) {
      throw new StaffRefusal("There is no user of that name. Look at the list of users.");
    }
    set(userName, userName, setting);
  }

  private void set(@Nullable String userName, String subject, RemoteWork setting) {
    AccessDeniedForActor.unless(Permission.MANAGE_USERS);
    RemoteWork before = find(userName).orElse(RemoteWork.UNSET);
    jdbc.sql(
            """
            insert into remote_work (user_name, lock_after_minutes, local_files, watermark)
            values (:user, :minutes, :files, :watermark)
            on conflict (organization_id, user_name) do update
            set lock_after_minutes = excluded.lock_after_minutes, local_files = excluded.local_files,
              watermark = excluded.watermark
            """)
        .param("user", userName)
        .param("minutes", setting.lockAfterMinutes())
        .param("files", setting.localFiles() == null ? null : setting.localFiles().name())
        .param("watermark", setting.watermark() == null ? null : setting.watermark().name())
        .update();
    audit.record(
        "set remote work",
        "remote work",
        subject,
        null,
        setting.words() + "; before: " + before.words());
  }

  /// What is set for everybody.
  @Transactional(readOnly = true)
  public RemoteWork forAll() {
    return find(null).orElse(RemoteWork.UNSET);
  }

  /// What is set for each user; users without a setting of their own are left out.
  @Transactional(readOnly = true)
  public Map<String, RemoteWork> ofUsers() {
    var settings = new LinkedHashMap<String, RemoteWork>();
    jdbc.sql(
            """
            select user_name, lock_after_minutes, local_files, watermark
            from remote_work
            where user_name is not null
            order by user_name
            """)
        .query(row -> {
          settings.put(row.getString("user_name"), setting(row));
        });
    return settings;
  }

  /// What holds for a user: the own setting, then the organization's.
  @Transactional(readOnly = true)
  public RemoteWork effective(String userName) {
    return find(userName).orElse(RemoteWork.UNSET).or(forAll());
  }

  private Optional<RemoteWork> find(@Nullable String userName) {
    return jdbc.sql(
            """
            select lock_after_minutes, local_files, watermark
            from remote_work
            where user_name is not distinct from :user::text
            """)
        .param("user", userName)
        .query((row, n) -> setting(row))
        .optional();
  }

  private static RemoteWork setting(java.sql.ResultSet row) throws java.sql.SQLException {
    String files = row.getString("local_files");
    String watermark = row.getString("watermark");
    return new RemoteWork(
        row.getObject("lock_after_minutes", Integer.class),
        files == null ? null : LocalFiles.valueOf(files),
        watermark == null ? null : Watermark.valueOf(watermark));
  }
}
