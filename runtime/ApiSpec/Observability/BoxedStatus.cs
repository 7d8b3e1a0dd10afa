namespace ApiSpec.Observability;

/// <summary>Status codes as objects, because the values of tags and log entries are objects.</summary>
internal static class BoxedStatus
{
    // Boxed once, because nearly all calls have one of these values.
    private static readonly object?[] Boxes = new object?[600];

    public static object Of(int statusCode)
        => (uint)statusCode < (uint)Boxes.Length ? Boxes[statusCode] ??= statusCode : statusCode;
}
