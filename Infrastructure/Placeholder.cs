namespace Craftsman.Infrastructure;

internal static class Placeholder;
