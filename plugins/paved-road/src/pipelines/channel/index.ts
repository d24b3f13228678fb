export * from './channelIcons';
export * from './ChannelStateMark';
export * from './channelWords';
export * from './EntityChannelCard';
