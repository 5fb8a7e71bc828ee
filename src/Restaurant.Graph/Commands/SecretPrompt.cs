using System.Text;

namespace Restaurant.Graph.Commands;

/// <summary>Asks for a secret that is not on the command line, where it would be seen in the list of processes.</summary>
internal static class SecretPrompt
{
    /// <summary>One that is typed twice and not shown, or, where there is no terminal, a line of the standard input.</summary>
    public static string Ask()
    {
        if (Console.IsInputRedirected)
        {
            return Console.ReadLine() ?? throw new InvalidDataException("Give the secret by --secret or on the standard input.");
        }

        var secret = Read("Secret: ");
        return string.Equals(secret, Read("Once more: "), StringComparison.Ordinal)
            ? secret
            : throw new InvalidDataException("The second time it was another secret. Nothing was changed.");
    }

    private static string Read(string question)
    {
        Console.Error.Write(question);

        // Whoever interrupts waits for nobody: the key that is waited for would keep the process for as long as it may take to stop.
        Console.TreatControlCAsInput = true;
        try
        {
            return ReadLine();
        }
        finally
        {
            Console.TreatControlCAsInput = false;
            Console.Error.WriteLine();
        }
    }

    private static string ReadLine()
    {
        var typed = new StringBuilder();
        while (true)
        {
            switch (Console.ReadKey(intercept: true))
            {
                case { Key: ConsoleKey.Enter }:
                    return typed.ToString();
                case { Key: ConsoleKey.C or ConsoleKey.D, Modifiers: ConsoleModifiers.Control }:
                    throw new InvalidDataException("Interrupted. Nothing was changed.");
                case { Key: ConsoleKey.Backspace }:
                    typed.Length = Math.Max(typed.Length - 1, 0);
                    break;
                case { KeyChar: var character } when !char.IsControl(character):
                    typed.Append(character);
                    break;
                default:
                    break;
            }
        }
    }
}
