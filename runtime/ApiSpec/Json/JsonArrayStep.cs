namespace ApiSpec.Json;

/// <summary>What looking for the next element of an array came to.</summary>
internal enum JsonArrayStep
{
    NeedsMore,
    Element,
    TooLarge,
    End,
}
