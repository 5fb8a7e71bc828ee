namespace Restaurant.Graph.Platform.Reading.Plans;

/// <summary>
/// Something that plans do not express, met while compiling or while reading: the engine's executor answers the operation instead, and
/// tells of errors as the specification wants them told.
/// </summary>
internal sealed class NotPlannedException(string message) : Exception(message);
