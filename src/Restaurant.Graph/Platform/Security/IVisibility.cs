namespace Restaurant.Graph.Platform.Security;

/// <summary>
/// Which rows of its types a feature shows to whom: one declaration a type, which is in every statement that touches the type. Rows of a type
/// about which nothing is declared are shown to nobody.
/// </summary>
public interface IVisibility
{
    /// <summary>Declares it.</summary>
    void Declare(VisibilityRules rules);
}
