using Restaurant.Graph.Orders;

namespace Restaurant.Graph.Kitchen;

/// <summary>What is to come on a ticket.</summary>
/// <param name="Course">The course.</param>
/// <param name="Lines">The lines.</param>
/// <param name="WorkMinutes">How long it takes to make.</param>
/// <param name="ExpectedMinutes">How long it will take with what hangs there before it.</param>
internal sealed record TicketPlan(int Course, IReadOnlyList<OrderLine> Lines, int WorkMinutes, double ExpectedMinutes);
