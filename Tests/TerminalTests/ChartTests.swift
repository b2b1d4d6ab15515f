import Terminal
import Testing

@Suite("Charts")
struct ChartTests {
  @Test("A bar is as long as its share, in eighths; anything but nought is seen")
  func bars() {
    #expect(Chart.bar(0, of: 10, columns: 8) == "")
    #expect(Chart.bar(10, of: 10, columns: 8) == "████████")
    #expect(Chart.bar(5, of: 10, columns: 8) == "████")
    #expect(Chart.bar(1, of: 1000, columns: 8) == "▏")
    #expect(Chart.bar(20, of: 10, columns: 2) == "██")
  }

  @Test("A sparkline has one mark for each number, the highest full, nought a point")
  func sparklines() {
    #expect(Chart.sparkline([0, 1, 2, 4, 8]) == "·▁▂▄█")
    #expect(Chart.sparkline([0, 0]) == "··")
    #expect(Chart.sparkline([]) == "")
  }

  @Test("A shade is denser the nearer to the most")
  func shades() {
    #expect(String([0, 1, 3, 5, 8].map { Chart.shade($0, of: 8) }) == "·░▒▓█")
    #expect(Chart.shade(1, of: 1) == "█")
  }

  @Test("Numbers are added up so that they fit, and none is lost")
  func gathering() {
    let (numbers, each) = Chart.gathered(Array(repeating: 1, count: 365), columns: 40)
    #expect(each == 10 && numbers.count == 37 && numbers.reduce(0, +) == 365)
    #expect(Chart.gathered([1, 2], columns: 2).each == 1)
  }
}
