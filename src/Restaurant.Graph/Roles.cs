namespace Restaurant.Graph;

/// <summary>What people are in the house, as tokens name it. Lists of them have commas in between.</summary>
public static class Roles
{
    /// <summary>A guest, who sees what is of their visit.</summary>
    public const string Guest = "guest";

    /// <summary>A waiter.</summary>
    public const string Waiter = "waiter";

    /// <summary>A cook.</summary>
    public const string Cook = "cook";

    /// <summary>A manager.</summary>
    public const string Manager = "manager";

    /// <summary>Everybody who works here.</summary>
    public const string Staff = $"{Waiter},{Cook},{Manager}";

    /// <summary>Those who look after guests.</summary>
    public const string Service = $"{Waiter},{Manager}";

    /// <summary>Those who look after the food.</summary>
    public const string Kitchen = $"{Cook},{Manager}";

    /// <summary>Those who order, for themselves or for guests.</summary>
    public const string Ordering = $"{Guest},{Service}";

    /// <summary>Guests and staff.</summary>
    public const string All = $"{Guest},{Staff}";

    /// <summary>Whether a role is one of the staff, whose work is not bounded by address.</summary>
    public static bool IsStaff(string role) => role is Waiter or Cook or Manager;
}
