namespace Craftsman.Infrastructure.Campaigns;

/// <summary>No campaign is current: the operator has yet to create one. The service lives on and says so to whoever asks.</summary>
public sealed class NoCampaignException() : Exception("No campaign is current.");
