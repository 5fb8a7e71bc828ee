using Restaurant.Graph.Platform.Money;

namespace Restaurant.Graph.Payments;

/// <summary>
/// Takes money in one way. It is asked in the unit of work of the payment, while nothing else is written: one that takes its time answers
/// <see cref="ProviderAnswer.Later"/> at once, and is asked again by <c>capturePayment</c> or <c>voidPayment</c>.
/// </summary>
public interface IPaymentProvider
{
    /// <summary>The way.</summary>
    PaymentMethod Method { get; }

    /// <summary>Has the money promised.</summary>
    Task<ProviderAnswer> AuthorizeAsync(Payment payment);

    /// <summary>Takes what was promised.</summary>
    Task<ProviderAnswer> CaptureAsync(Payment payment);

    /// <summary>Gives up what was begun or promised.</summary>
    Task<ProviderAnswer> VoidAsync(Payment payment);

    /// <summary>Pays some of it back.</summary>
    Task<ProviderAnswer> RefundAsync(Payment payment, Money amount);
}

/// <summary>What a provider answers.</summary>
/// <param name="IsApproved">Whether it does it; null if it does not know yet.</param>
/// <param name="Reference">Under what it knows the payment; null if it has no name for it.</param>
public sealed record ProviderAnswer(bool? IsApproved, string? Reference = null)
{
    /// <summary>It does it.</summary>
    public static ProviderAnswer Approved { get; } = new(true);

    /// <summary>It refuses.</summary>
    public static ProviderAnswer Declined { get; } = new(false);

    /// <summary>It does not know yet.</summary>
    public static ProviderAnswer Later { get; } = new((bool?)null);
}

/// <summary>The till: what the staff has taken, or given back, is true by their saying so.</summary>
internal sealed class Till(PaymentMethod method) : IPaymentProvider
{
    private static readonly Task<ProviderAnswer> Yes = Task.FromResult(ProviderAnswer.Approved);

    /// <inheritdoc />
    public PaymentMethod Method => method;

    /// <inheritdoc />
    public Task<ProviderAnswer> AuthorizeAsync(Payment payment) => Yes;

    /// <inheritdoc />
    public Task<ProviderAnswer> CaptureAsync(Payment payment) => Yes;

    /// <inheritdoc />
    public Task<ProviderAnswer> VoidAsync(Payment payment) => Yes;

    /// <inheritdoc />
    public Task<ProviderAnswer> RefundAsync(Payment payment, Money amount) => Yes;
}
