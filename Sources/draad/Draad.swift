@main
enum Draad {
  static func main() {}
}
