using Microsoft.EntityFrameworkCore;
using Restaurant.Graph.Platform.Localization;
using Restaurant.Graph.Platform.Money;
using Restaurant.Graph.Platform.Security;

namespace Restaurant.Graph.Platform.Reading.Plans;

/// <summary>What is at hand while a plan is compiled.</summary>
/// <param name="Db">Makes queries, which are compiled and not run.</param>
/// <param name="Visibility">Which rows may be seen by those of the viewer's role.</param>
/// <param name="Currency">The currency of all money.</param>
/// <param name="Services">What the methods of features take.</param>
/// <param name="Viewer">Who asks first; what is compiled serves everybody of the same role.</param>
/// <param name="Languages">The languages in which texts are looked for, the best first, ahead of how they are stored.</param>
internal sealed record PlanScope(
    DbContext Db, Visibility Visibility, Currency Currency, IServiceProvider Services, Viewer Viewer, IReadOnlyList<string> Languages)
{
    /// <summary>All rows of a type that may be seen.</summary>
    public IQueryable<T> Rows<T>()
        where T : class => Visibility.Of(Db.Set<T>());

    /// <summary>The scope that a provider of services gives.</summary>
    /// <param name="services">The provider.</param>
    /// <param name="viewer">Who asks.</param>
    /// <param name="language">The language of texts; null if there are none.</param>
    public static PlanScope Of(IServiceProvider services, Viewer viewer, string? language) => new(
        services.GetRequiredService<DbContext>(),
        services.GetRequiredService<VisibilityRules>().Compiled(viewer.Role),
        services.GetRequiredService<Currency>(),
        services,
        viewer,
        services.GetRequiredService<Languages>().Ahead(language));
}
