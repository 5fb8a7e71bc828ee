using Restaurant.Graph.Platform.Reading.Sql;
using Restaurant.Graph.Platform.Security;

namespace Restaurant.Graph.Platform.Reading.Plans;

/// <summary>One run of a plan over one snapshot.</summary>
/// <param name="Request">What was asked for.</param>
/// <param name="Connection">What reads.</param>
/// <param name="Scopes">Makes scopes of services for fields that take some.</param>
/// <param name="Visibility">Which rows may be seen by those of the viewer's role.</param>
internal sealed record PlanRun(PlanRequest Request, ReadConnection Connection, IServiceScopeFactory Scopes, Visibility Visibility)
{
    /// <summary>Compiles something that was not needed before.</summary>
    public T Compile<T>(Func<PlanScope, T> compile) => CompilationThread.Run(() =>
    {
        using var scope = Scopes.CreateScope();
        return compile(PlanScope.Of(scope.ServiceProvider, Request.Viewer, Request.Language));
    });
}
