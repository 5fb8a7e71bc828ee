using Restaurant.Graph.Platform.Limits;

namespace Restaurant.Graph.Platform.Reading.Plans;

/// <summary>
/// Runs compilations on threads whose stack has a known size. Translators walk expressions by recursion, and a stack that overflows ends the
/// process: it must never depend on the thread that a request happens to run on.
/// </summary>
internal static class CompilationThread
{
    private const int StackSize = 16 * 1024 * 1024;

    /// <summary>Compiles something and returns it.</summary>
    /// <exception cref="LimitError">What is compiled is nested too deep for the stack.</exception>
    public static T Run<T>(Func<T> compile)
    {
        var completion = new TaskCompletionSource<T>();
        var thread = new Thread(() => Complete(completion, compile), StackSize) { IsBackground = true, Name = "Compilation" };
        thread.Start();

        // The caller would compute as long by itself; statements of one request are sent in their order.
        thread.Join();
        return completion.Task.GetAwaiter().GetResult();
    }

    private static void Complete<T>(TaskCompletionSource<T> completion, Func<T> compile)
    {
        try
        {
            completion.SetResult(compile());
        }
        catch (InsufficientExecutionStackException)
        {
            completion.SetException(ExpressionDepth.TooDeep());
        }
        catch (Exception exception)
        {
            completion.SetException(exception);
        }
    }
}
