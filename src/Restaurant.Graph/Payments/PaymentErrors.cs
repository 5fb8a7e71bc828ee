using GraphQL;
using Restaurant.Graph.Platform.Composition;
using Restaurant.Graph.Platform.Money;
using Restaurant.Graph.Platform.Mutations;

namespace Restaurant.Graph.Payments;

/// <summary>No payment has this id.</summary>
public sealed record PaymentNotFoundError : MutationError
{
    internal static PaymentNotFoundError Of() => new() { Message = "There is no such payment.", Path = InputPath.Of("paymentId") };
}

/// <summary>An amount is no money: negative, nothing where something has to be, or with more decimals than the currency has.</summary>
public sealed record InvalidMoneyError : MutationError
{
    internal static InvalidMoneyError Of(decimal amount, Currency currency, string input) => new()
    {
        Message = FormattableString.Invariant($"{amount} is no amount of {currency.Code}: it has to be more than nothing, with {currency.Decimals} decimals at most."),
        Path = InputPath.Of(input),
    };
}

/// <summary>It is more than there is to pay, or to pay back.</summary>
public sealed record AmountTooHighError : MutationError
{
    /// <summary>The most it can be.</summary>
    public required Money Max { get; init; }

    internal static AmountTooHighError Of(Money max, string input) =>
        new() { Message = max.MinorUnits <= 0 ? "There is nothing left of it." : "It is more than there is left of it.", Path = InputPath.Of(input), Max = max };
}

/// <summary>The payment is in a state in which this cannot be done with it.</summary>
public sealed record PaymentActionNotAllowedError : MutationError
{
    /// <summary>What was to be done.</summary>
    public required PaymentAction Action { get; init; }

    /// <summary>Where the payment stands.</summary>
    public required PaymentState Status { get; init; }

    internal static PaymentActionNotAllowedError Of(PaymentAction action, PaymentState status) => new()
    {
        Message = $"{GraphNames.Constant(action.ToString())} is not possible with a payment that is {GraphNames.Constant(status.ToString())}.",
        Path = InputPath.Of("paymentId"),
        Action = action,
        Status = status,
    };
}

/// <summary>The provider refuses.</summary>
public sealed record PaymentDeclinedError : MutationError
{
    internal static PaymentDeclinedError Of() => new() { Message = "The payment was declined.", Path = InputPath.Whole };
}
