using Microsoft.EntityFrameworkCore;

namespace Restaurant.Graph.Platform.Security;

/// <summary>Sets up how contexts read what viewers may see.</summary>
public static class VisibilityExtensions
{
    // One for all contexts: with one of its own each would have a model of its own.
    private static readonly StandingKey.Interceptor Keys = new();

    /// <summary>Lets queries find who stands for a viewer; see <see cref="VisibilityRules.Follow"/>.</summary>
    public static DbContextOptionsBuilder UseVisibility(this DbContextOptionsBuilder options) => options.AddInterceptors(Keys);
}
