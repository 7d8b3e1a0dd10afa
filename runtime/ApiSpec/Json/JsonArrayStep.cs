namespace ApiSpec.Json;

/// <summary>The result of a search for the next element of an array.</summary>
internal enum JsonArrayStep
{
    NeedsMore,
    Element,
    TooLarge,
    End,
}
