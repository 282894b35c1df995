package org.cleanclaim.app.staff;

import org.jspecify.annotations.Nullable;

/// How somebody may work away from the office. As a setting of one person, what is null is as the
/// organization has it; as the organization's own, what is null is as the program has it.
///
/// @param lockAfterMinutes minutes without a key or a click after which the session ends
/// @param localFiles whether files may be taken out of the program
/// @param watermark whether name and time lie over the pages
public record RemoteWork(
    @Nullable Integer lockAfterMinutes,
    @Nullable LocalFiles localFiles,
    @Nullable Watermark watermark) {
  public static final int LOCK_OF_THE_PROGRAM_MINUTES = 30;
  public static final int LONGEST_LOCK_MINUTES = 240;

  /// Nothing set.
  public static final RemoteWork UNSET = new RemoteWork(null, null, null);

  public RemoteWork {
    if (lockAfterMinutes != null
        && (lockAfterMinutes < 1 || lockAfterMinutes > LONGEST_LOCK_MINUTES)) {
      throw new StaffRefusal("The lock comes after 1 to 240 minutes.");
    }
  }

  /// Whether exports and downloads are given out.
  public enum LocalFiles {
    ALLOWED,
    REFUSED
  }

  /// Whether pages carry the user's name and the time.
  public enum Watermark {
    SHOWN,
    NOT_SHOWN
  }

  /// This where it says something, the other where it does not.
  public RemoteWork or(RemoteWork other) {
    return new RemoteWork(
        lockAfterMinutes == null ? other.lockAfterMinutes : lockAfterMinutes,
        localFiles == null ? other.localFiles : localFiles,
        watermark == null ? other.watermark : watermark);
  }

  /// Minutes after which the session ends.
  public int lockMinutes() {
    return lockAfterMinutes == null ? LOCK_OF_THE_PROGRAM_MINUTES : lockAfterMinutes;
  }

  public boolean refusesLocalFiles() {
    return localFiles == LocalFiles.REFUSED;
  }

  public boolean showsWatermark() {
    return watermark == Watermark.SHOWN;
  }

  /// The setting in words, for the trail.
  String words() {
    return "lock %s, local files %s, watermark %s"
        .formatted(
            lockAfterMinutes == null ? "unset" : "after " + lockAfterMinutes + " minutes",
            localFiles == null ? "unset" : localFiles.name().toLowerCase(java.util.Locale.ROOT),
            watermark == null
                ? "unset"
                : watermark.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' '));
  }
}
