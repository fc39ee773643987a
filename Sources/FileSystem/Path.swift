/// Paths as text, with `/` between their parts.
public enum Path {
  /// `name` in `folder`; an empty folder is the current one, and leaves the name as it is.
  public static func join(_ folder: String, _ name: String) -> String {
    if folder.isEmpty || name.utf8.first == 47 { return name }
    return folder.utf8.last == 47 ? folder + name : folder + "/" + name
  }

  /// The folder that holds a file: `.` for a bare name.
  public static func folder(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: 47) else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// What stands after the last slash.
  public static func name(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: 47) else { return path }
    return String(path[path.utf8.index(after: slash)...])
  }
}
