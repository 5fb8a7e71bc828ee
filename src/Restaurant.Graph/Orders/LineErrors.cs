using Restaurant.Graph.Platform.Composition;
using Restaurant.Graph.Platform.Mutations;

namespace Restaurant.Graph.Orders;

/// <summary>The order has no line of this id.</summary>
public sealed record LineNotFoundError : MutationError
{
    internal static LineNotFoundError At(int index) => new() { Message = "The order has no such line.", Path = InputPath.Of("lineIds", index) };
}

/// <summary>No line of the order is of this course.</summary>
public sealed record CourseNotFoundError : MutationError
{
    internal static CourseNotFoundError Of(int course) => new() { Message = $"No line of the order is of course {course}.", Path = InputPath.Of("course") };
}

/// <summary>A line is in a state in which this cannot be done with it.</summary>
public sealed record LineActionNotAllowedError : MutationError
{
    /// <summary>What was to be done.</summary>
    public required LineAction Action { get; init; }

    /// <summary>Where the line stands.</summary>
    public required LineStatus Status { get; init; }

    /// <summary>The name of its dish.</summary>
    public required string DishName { get; init; }

    internal static LineActionNotAllowedError Of(OrderLine line, LineAction action) => new()
    {
        Message = $"{line.DishName}: {GraphNames.Constant(action.ToString())} is not possible with a line that is {GraphNames.Constant(line.Status.ToString())}.",
        Path = InputPath.Whole,
        Action = action,
        Status = line.Status,
        DishName = line.DishName,
    };
}

/// <summary>The kitchen was called to make it, so it has to be said why it is called off.</summary>
public sealed record ReasonRequiredError : MutationError
{
    internal static ReasonRequiredError Of() =>
        new() { Message = "The kitchen was called to make it. Say why it is called off.", Path = InputPath.Of(nameof(VoidOrderLinesInput.Reason)) };
}

/// <summary>The dish does not come in this size.</summary>
public sealed record SizeNotOfDishError : MutationError
{
    internal static SizeNotOfDishError Of(string dishName, int index) => new() { Message = $"{dishName} does not come in this size.", Path = InputPath.Of("lines", index, "sizeId") };
}

/// <summary>The time for which the order is meant is not possible.</summary>
public sealed record InvalidScheduleError : MutationError
{
    internal static InvalidScheduleError Of(string why) => new() { Message = why, Path = InputPath.Of(nameof(OrderInput.ScheduledFor)) };
}
