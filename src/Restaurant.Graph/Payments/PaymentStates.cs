using Restaurant.Graph.Platform.States;

namespace Restaurant.Graph.Payments;

/// <summary>Where a payment stands.</summary>
public enum PaymentState
{
    /// <summary>The provider has not answered yet.</summary>
    Pending,

    /// <summary>The money is promised.</summary>
    Authorized,

    /// <summary>The money is there.</summary>
    Captured,

    /// <summary>The provider has refused.</summary>
    Failed,

    /// <summary>It was given up before the money was taken.</summary>
    Voided,
}

/// <summary>What can be done with a payment.</summary>
public enum PaymentAction
{
    /// <summary>Have the money promised.</summary>
    Authorize,

    /// <summary>Take the money.</summary>
    Capture,

    /// <summary>Note that the provider has refused.</summary>
    Fail,

    /// <summary>Give it up.</summary>
    Void,

    /// <summary>Pay some of it back, which leaves it as it is.</summary>
    Refund,
}

/// <summary>How payments move. What is paid back is no state of theirs but an entry of its own.</summary>
public static class PaymentStates
{
    /// <summary>The one table of moves.</summary>
    public static TransitionTable<PaymentState, PaymentAction> Table { get; } = new(
        ([PaymentState.Pending], PaymentAction.Authorize, PaymentState.Authorized),
        ([PaymentState.Authorized], PaymentAction.Capture, PaymentState.Captured),
        ([PaymentState.Pending, PaymentState.Authorized], PaymentAction.Fail, PaymentState.Failed),
        ([PaymentState.Pending, PaymentState.Authorized], PaymentAction.Void, PaymentState.Voided),
        ([PaymentState.Captured], PaymentAction.Refund, PaymentState.Captured));
}
